using LobbyKit.Web.Delivery.Pace;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Delivery.Pace;

/// <summary>What a week of letters looks like from an office's side; every letter goes to a real server. The clock starts at 10:00 in Paris.</summary>
public sealed class PaceTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_office_gets_its_letters_one_after_the_other()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server, ("PerContactPerHour", "60"));
        await host.QueueLettersAsync(12);

        var times = await host.PassAsync(TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(5));

        Assert.Equal(12, times.Count);
        Assert.Equal(times[0], times.Min());
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, 50, 75));
        Assert.Equal(12, server.Mails.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_letter_alone_does_not_wait()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server, ("PerContactPerHour", "1"));
        await host.QueueLetterAsync();

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
    }

    [Fact]
    public async Task Nothing_goes_while_the_office_is_closed_and_all_of_it_when_it_opens()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server);
        // Half past eight in the evening, in Paris.
        host.Clock.Advance(TimeSpan.FromHours(10.5));
        await host.QueueLettersAsync(3);
        var tokyo = await host.AddContactAsync("Prime Minister", host.Clock.UtcNow, "office@cabinet.example", "JP");
        host.Clock.Advance(TimeSpan.FromHours(4));
        await host.QueueLetterAsync(contact: tokyo);

        // Half past midnight there, half past eight in Tokyo.
        var times = await host.PassAsync(TimeSpan.FromHours(7), TimeSpan.FromMinutes(1));

        Assert.Equal(4, times.Count);
        Assert.Equal(new DateTime(2020, 1, 6, 23, 30, 0), times[0]);
        Assert.All(times.Skip(1), t => Assert.InRange(t, new DateTime(2020, 1, 7, 6, 0, 0), new DateTime(2020, 1, 7, 6, 10, 0)));
    }

    [Fact]
    public async Task Offices_at_one_domain_share_its_budget()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server, ("PerContactPerHour", "600"), ("PerDomainPerHour", "60"));
        var neighbour = await host.AddContactAsync("Minister", host.Clock.UtcNow, "minister@government.example");
        var elsewhere = await host.AddContactAsync("Chancellor", host.Clock.UtcNow, "office@chancellery.example");
        await host.QueueLettersAsync(20);
        await host.QueueLettersAsync(20, neighbour);
        await host.QueueLettersAsync(20, elsewhere);

        await host.PassAsync(TimeSpan.FromMinutes(10), Step);

        var recipients = server.Mails.SelectMany(m => m.Recipients).ToList();
        Assert.InRange(recipients.Count(r => r.Contains("@chancellery", StringComparison.Ordinal)), 9, 11);
        Assert.InRange(recipients.Count(r => r.Contains("@government", StringComparison.Ordinal)), 9, 11);
        Assert.Contains(recipients, r => r.Contains("minister@", StringComparison.Ordinal));
        Assert.Contains(recipients, r => r.Contains("office@government", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirmations_do_not_wait_for_the_relays_budget_and_letters_do()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server, ("RelayPerHour", "360"), ("PerContactPerHour", "1200"));
        var letter = await host.QueueLetterAsync();
        for (var i = 0; i < 30; i++)
        {
            await host.QueueConfirmationAsync();
        }

        Assert.Equal(30, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
        Assert.Equal(0, (await host.ReadAsync(letter)).AttemptCount);

        // 30 of 360 an hour are five minutes.
        var times = await host.PassAsync(TimeSpan.FromMinutes(10), Step);
        Assert.InRange((Assert.Single(times) - new DateTime(2020, 1, 6, 9, 0, 0)).TotalMinutes, 4.5, 6);
    }

    [Fact]
    public async Task Two_nodes_together_send_no_more_than_one_may()
    {
        await using var server = new TestSmtpServer();
        await using var one = await PacedAsync(server, ("PerContactPerHour", "120"));
        await using var two = DeliveryHost.SecondWorker(one, PaceOn);
        await one.QueueLettersAsync(40);
        var accepted = 0;
        for (var i = 0; i < 60; i++)
        {
            // On threads of their own: SQLite's asynchronous calls are none.
            var both = await Task.WhenAll(new[] { one, two }.Select(h => Task.Run(() => h.Batch.RunAsync(CancellationToken.None))));
            accepted += both.Sum(r => r.Accepted);
            one.Clock.Advance(Step);
            two.Clock.Advance(Step);
        }

        // Ten minutes of 120 an hour.
        Assert.InRange(accepted, 18, 21);
    }

    [Fact]
    public async Task What_would_miss_the_event_goes_faster_and_none_goes_after_it()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server, ("PerContactPerHour", "10"), ("PerDomainPerHour", "3600"));
        var summit = await host.AddCampaignAsync("summit", new DateOnly(2020, 1, 7));
        host.Clock.Advance(TimeSpan.FromHours(7));
        await host.QueueLettersAsync(60, campaign: summit);

        // From 17:00 in Paris to midnight UTC, when the event begins there.
        var times = await host.PassAsync(TimeSpan.FromHours(8), TimeSpan.FromMinutes(1));

        Assert.Equal(60, times.Count);
        Assert.True(times.Max() < new DateTime(2020, 1, 7));
        // Spread, not thrown: no ten minutes have more than a share.
        Assert.True(times.GroupBy(t => t.Ticks / TimeSpan.FromMinutes(10).Ticks).Max(g => g.Count()) <= 8);
    }

    [Fact]
    public async Task No_event_and_no_setting_exceeds_the_ceiling()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server, ("PerDomainPerHour", "3600"), ("RelayPerHour", "360000"));
        var summit = await host.AddCampaignAsync("summit", new DateOnly(2020, 1, 7));
        host.Clock.Advance(TimeSpan.FromHours(14.9));
        await host.QueueLettersAsync(300, campaign: summit);

        // Six minutes are left, in which 300 letters do not fit; then it begins.
        var times = await host.PassAsync(TimeSpan.FromMinutes(12), TimeSpan.FromSeconds(3));

        Assert.InRange(times.Count, 200, (PaceCeilings.ContactPerHour / 5) + 2);
        Assert.False((await ForecastAsync(host, f => f.ForNewAsync(host.Contact.Id, summit.Id, CancellationToken.None)))!.IsInTime);
    }

    [Fact]
    public async Task A_queue_of_months_has_an_end_that_is_known()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server, ("PerContactPerHour", "1"));
        // Of an event that is over nothing is in a hurry any more.
        var over = await host.AddCampaignAsync("over", new DateOnly(2020, 1, 2));
        // A working day has eleven and a half hours of full weight.
        await host.QueueLettersAsync(460, campaign: over);

        var forecast = await ForecastAsync(host, f => f.ForNewAsync(host.Contact.Id, over.Id, CancellationToken.None));

        Assert.InRange(forecast!.At!.Value, new DateTime(2020, 2, 15, 8, 55, 0), new DateTime(2020, 2, 15, 9, 5, 0));
        Assert.Equal((460, true), (forecast.Ahead, forecast.IsInTime));
    }

    [Fact]
    public async Task The_forecast_is_what_happens()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server, ("PerContactPerHour", "60"));
        await host.QueueLettersAsync(90);
        // Paris closes at 20:00: those that do not fit before come tomorrow.
        host.Clock.Advance(TimeSpan.FromHours(8.5));
        var last = await host.QueueLetterAsync();
        var forecast = await ForecastAsync(host, f => f.ForAsync(last.Letter!, CancellationToken.None));
        var forNext = await ForecastAsync(host, f => f.ForNewAsync(host.Contact.Id, host.Campaign.Id, CancellationToken.None));

        var times = await host.PassAsync(TimeSpan.FromHours(16), TimeSpan.FromSeconds(30));

        Assert.Equal(90, forecast!.Ahead);
        Assert.Equal(91, forNext!.Ahead);
        Assert.Equal(91, times.Count);
        Assert.InRange((times.Max() - forecast.At!.Value).TotalMinutes, -20, 20);
        Assert.True(forecast.At.Value.Date > times[0].Date);
    }

    [Fact]
    public async Task A_pause_keeps_letters_and_says_so_and_nothing_is_lost()
    {
        await using var server = new TestSmtpServer();
        await using var host = await PacedAsync(server);
        var row = await host.QueueLetterAsync();
        await using (var db = host.NewContext())
        {
            db.DeliveryPauses.Add(new() { Kind = Web.Delivery.Lanes.LaneKind.Relay, Which = "", Since = host.Clock.UtcNow, By = "Ada" });
            await db.SaveChangesAsync();
        }

        Assert.Empty(await host.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1)));
        Assert.Null((await ForecastAsync(host, f => f.ForAsync(row.Letter!, CancellationToken.None)))!.At);

        await using (var db = host.NewContext())
        {
            db.DeliveryPauses.RemoveRange(await db.DeliveryPauses.ToListAsync());
            await db.SaveChangesAsync();
        }

        Assert.Single(await host.PassAsync(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)));
        Assert.Equal(LetterState.Accepted, (await host.ReadAsync(row)).Letter!.State);
    }

    [Theory]
    [InlineData("PerContactPerHour", "1201", "a whole number from 1 to 1200")]
    [InlineData("PerDomainPerHour", "0", "a whole number from 1 to 3600")]
    [InlineData("RelayPerHour", "lots", "a whole number from 1 to 360000")]
    [InlineData("HourWeights", "1 2 3", "24 numbers from 0 to 1")]
    [InlineData("HourWeights", "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "24 numbers from 0 to 1")]
    [InlineData("Enabled", "perhaps", "true or false")]
    public async Task A_wrong_setting_is_refused_in_plain_words(string key, string value, string allowed)
    {
        await using var host = await DeliveryHost.CreateAsync(null, s => s[$"LobbyKit:Pace:{key}"] = value);

        var error = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(host.StartAsync);

        Assert.Contains($"LobbyKit:Pace:{key} is '{value}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Message, StringComparison.Ordinal);
    }

    private static void PaceOn(Dictionary<string, string?> settings) => settings["LobbyKit:Pace:Enabled"] = "true";

    private static Task<DeliveryHost> PacedAsync(TestSmtpServer server, params (string Key, string Value)[] settings) => DeliveryHost.CreateAsync(server, s =>
    {
        PaceOn(s);
        foreach (var (key, value) in settings)
        {
            s[$"LobbyKit:Pace:{key}"] = value;
        }
    });

    private static async Task<LetterForecast?> ForecastAsync(DeliveryHost host, Func<DeliveryForecasts, Task<LetterForecast?>> ask)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<DeliveryForecasts>());
    }
}
