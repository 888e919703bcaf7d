using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Delivery.Desk;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Letters;

/// <summary>When a letter goes, why it waits and what became of it, as its supporter reads it.</summary>
public sealed class ReceiptForecastTests(DeliveryRoom room) : IClassFixture<DeliveryRoom>, IAsyncLifetime
{
    public Task InitializeAsync() => room.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("en", 0, "Your letter is on its way", "It goes out in the next minutes.")]
    [InlineData("en", 50, "Your letter waits for its turn", "It goes out in about an hour.")]
    [InlineData("en", 290, "Your letter waits for its turn", "It goes out in about 5 hours.")]
    [InlineData("fr", 110, "Votre lettre attend son tour", "Elle part dans environ deux heures.")]
    [InlineData("fr", 7000, "Votre lettre attend son tour", "Elle part dans environ 5 jours.")]
    [InlineData("ar", 110, "رسالتكم تنتظر دورها", "تُرسل خلال نحو ساعتين.")]
    [InlineData("ar", 290, "رسالتكم تنتظر دورها", "تُرسل خلال نحو 5 ساعات.")]
    [InlineData("ar", 1190, "رسالتكم تنتظر دورها", "تُرسل خلال نحو 20 ساعة.")]
    [InlineData("ar", 2600, "رسالتكم تنتظر دورها", "تُرسل خلال نحو يومين.")]
    [InlineData("ar", 7000, "رسالتكم تنتظر دورها", "تُرسل خلال نحو 5 أيام.")]
    [InlineData("ar", 20000, "رسالتكم تنتظر دورها", "تُرسل خلال نحو 14 يومًا.")]
    public async Task It_says_in_how_long_by_the_grammar_of_its_language(string language, int minutes, string title, string sentence)
    {
        var mail = (await room.QueueAsync(1))[0];
        await room.Application.WithDatabaseAsync(db => db.Outbox.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.DueAt, room.Now.AddMinutes(minutes))));

        using var supporter = await ReadAsync(mail.Receipt, language);

        Assert.Equal(title, supporter.Heading);
        Assert.Contains(sentence, supporter.MainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LaneKind.Relay)]
    [InlineData(LaneKind.Campaign)]
    [InlineData(LaneKind.Contact)]
    public async Task A_pause_is_not_blamed_on_a_mail_server(LaneKind kind)
    {
        var mail = (await room.QueueAsync(1))[0];
        var lane = kind switch { LaneKind.Relay => LaneName.Relay, LaneKind.Campaign => LaneName.Campaign(room.CampaignId), _ => LaneName.Contact(room.Contact.Id) };
        await room.Application.ChangeDatabaseAsync(db =>
        {
            db.DeliveryPauses.Add(new DeliveryPause { Kind = kind, Which = lane.Key, Since = room.Now, By = "Ada" });
            return Task.CompletedTask;
        });

        using var supporter = await ReadAsync(mail.Receipt);

        Assert.Contains("It goes out as soon as sending goes on: it is paused at the moment.", supporter.MainText, StringComparison.Ordinal);
        await supporter.OpenAsync(TestApplication.Campaign);
        Assert.Equal("Some letters wait: sending them is paused at the moment. None is lost.", Visitor.Line(supporter.Page.QuerySelector(".forecast")));
    }

    [Fact]
    public async Task A_stop_is_told_and_no_office_is_named_where_all_are_meant()
    {
        var mail = (await room.QueueAsync(1))[0];
        await room.Application.ChangeDatabaseAsync(db =>
        {
            db.DeliveryLanes.Add(new DeliveryLane { Kind = LaneKind.Domain, Key = "government.example", NextAt = room.Now, StoppedAt = room.Now, ProbeAt = room.Now.AddHours(1) });
            return Task.CompletedTask;
        });

        using var supporter = await ReadAsync(mail.Receipt);

        Assert.Contains("It goes out as soon as the mail server takes letters to this office again.", supporter.MainText, StringComparison.Ordinal);
        await supporter.OpenAsync(TestApplication.Campaign);
        Assert.Equal(
            "Some letters wait: a mail server takes none at the moment. They go as soon as it does. None is lost.", Visitor.Line(supporter.Page.QuerySelector(".forecast")));
    }

    [Fact]
    public async Task A_letter_without_an_address_to_go_to_says_so()
    {
        var mail = (await room.QueueAsync(1, room.Other))[0];
        await StopAsync(room.Now);
        try
        {
            using var supporter = await ReadAsync(mail.Receipt);

            Assert.Equal("Your letter waits for its turn", supporter.Heading);
            Assert.Contains("It goes out as soon as we have an e-mail address of this office that we have checked.", supporter.MainText, StringComparison.Ordinal);
        }
        finally
        {
            await StopAsync(null);
        }

        Task StopAsync(DateTime? at) => room.Application.ChangeDatabaseAsync(async db =>
            (await db.Contacts.Include(c => c.Channels).SingleAsync(c => c.Id == room.Other.Id)).Channels.Single(c => c.Kind == ChannelKind.Email).StoppedAt = at);
    }

    [Fact]
    public async Task That_workers_took_it_and_put_it_back_is_no_step_on_its_way()
    {
        var mail = (await room.QueueAsync(1))[0];
        await room.Application.ChangeDatabaseAsync(async db =>
        {
            var letter = (await db.Outbox.Include(m => m.Letter).SingleAsync(m => m.Id == mail.Id)).Letter!;
            letter.Events.Add(new LetterEvent { From = LetterState.AwaitingConfirmation, To = LetterState.Queued, At = room.Now.AddHours(-1), By = LetterActor.Supporter });
            for (var i = 0; i < 3; i++)
            {
                letter.MoveTo(LetterState.Sending, room.Now, LetterActor.Delivery);
                letter.MoveTo(LetterState.Queued, room.Now, LetterActor.Delivery);
            }
        });

        using var supporter = await ReadAsync(mail.Receipt);

        Assert.Single(supporter.Page.QuerySelectorAll("dt").Select(Visitor.Line), "Confirmed");
    }

    private async Task<Visitor> ReadAsync(string receipt, string language = "en")
    {
        var supporter = new Visitor(room.Application);
        await supporter.OpenAsync($"/{language}/letters/{receipt}");
        return supporter;
    }
}
