using System.Net;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery.Desk;

/// <summary>An admin looks for e-mails and acts on them, through the pages.</summary>
public sealed class OutboxByHandTests(DeliveryRoom room) : IClassFixture<DeliveryRoom>, IAsyncLifetime
{
    private Visitor Admin => room.Admin;

    public Task InitializeAsync() => room.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_overview_tells_what_waits_and_for_how_long_and_what_was_answered()
    {
        var old = await room.QueueAsync(2);
        await room.Application.WithDatabaseAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.CreatedAt, room.Now.AddHours(-8))));
        var mails = await room.QueueAsync(3, room.Other);
        await ActAsync("hold", mails[0].Id);
        room.Server.Script = (step, line) => step == "RCPT" && line.Contains("chancellery", StringComparison.Ordinal) ? "452 4.2.2 full" : step == "RCPT" ? "450 4.2.1 busy" : null;
        await room.SendAsync();
        await room.QueueAsync(1, room.Other);

        await Admin.OpenAsync("/en/admin/delivery");

        Assert.Equal(
            ["5 E-mails wait", "0 of these, in a worker’s hand", $"4 of these, put off; the next is due {await NextDueAsync()}", "1 held by hand", "8 hours in the outbox: the oldest that waits"],
            Admin.Page.QuerySelectorAll(".figures > div").Select(d => $"{Visitor.Line(d.QuerySelector("dd"))} {Visitor.Line(d.QuerySelector("dt"))}"));
        Assert.Equal(["Letter", "3", "0", "2", "0", "0", "5", "4"], Admin.Page.QuerySelectorAll("#waiting tbody tr > *").Select(Visitor.Line));
        Assert.Equal(
            [("Put off: the mailbox is full", "2"), ("Put off: the server is busy, or lets unknown senders wait", "2")],
            Admin.Page.QuerySelectorAll("#today tbody tr").Select(r => (Visitor.Line(r.Children[0]), Visitor.Line(r.Children[1]))).Order());
        Assert.Equal(2, old.Count);
    }

    [Fact]
    public async Task Nobody_learns_here_who_wrote_or_what()
    {
        var mail = (await room.QueueAsync(1))[0];
        room.Server.Script = (step, _) => step == "RCPT"
            ? $"450 4.7.1 greylisted, <{room.Writer.Email}>; \"{room.Writer.Name}\"@x.example wrote to office@government.example" : null;
        await room.SendAsync();

        await Admin.OpenAsync("/en/admin/delivery/mails?state=PutOff");
        var list = Admin.MainText;
        await Admin.FollowAsync($"{mail.Id}");

        Assert.Contains("Ministry of Tests, France", list, StringComparison.Ordinal);
        Assert.Contains("450 4.7.1", list, StringComparison.Ordinal);
        Assert.Contains("greylisted, [address] [address] wrote to [address]", Admin.MainText, StringComparison.Ordinal);
        Assert.Contains("Put off: the server is busy, or lets unknown senders wait", Admin.MainText, StringComparison.Ordinal);
        Assert.Contains($"1 of {RetrySchedule.Tries(MailKind.Letter)} at most", Admin.MainText, StringComparison.Ordinal);
        foreach (var secret in new[] { room.Writer.Email, room.Writer.Name, room.Writer.Place, room.Writer.PersonalMessage[..20], "office@government.example" })
        {
            Assert.DoesNotContain(secret, list, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, Admin.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_words_of_a_server_to_a_supporter_are_not_shown()
    {
        await room.Application.ChangeDatabaseAsync(db =>
        {
            var addresses = room.Application.Service<MailAddresses>();
            room.Application.Service<Outbox>().Add(
                db, MailKind.Account,
                new OutgoingMail { MessageId = addresses.NewMessageId(), Date = room.Application.Clock.GetUtcNow(), EnvelopeFrom = addresses.EnvelopeFrom, FromName = "L", FromAddress = addresses.FromAddress, ToAddress = room.Writer.Email, Subject = "s", Body = "b" },
                null, null, null, room.Now);
            return Task.CompletedTask;
        });
        room.Server.Script = (step, _) => step == "RCPT" ? "450 4.2.1 mailbox zqsomebody is busy" : null;
        await room.SendAsync();
        var id = await room.Application.WithDatabaseAsync(db => db.Outbox.Select(m => m.Id).SingleAsync());

        await Admin.OpenAsync($"/en/admin/delivery/mails/{id}");

        Assert.Contains("450 4.2.1", Admin.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("zqsomebody", Admin.Html, StringComparison.Ordinal);
        Assert.Contains("would name them, and are not shown", Admin.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_off_is_retried_now()
    {
        var mail = (await room.QueueAsync(1))[0];
        room.Server.Script = (step, _) => step == "RCPT" ? "450 4.2.1 not now" : null;
        await room.SendAsync();
        room.Server.Script = null;
        Assert.Equal(0, (await room.SendAsync()).Tried);

        await Admin.OpenAsync($"/en/admin/delivery/mails/{mail.Id}");
        await Admin.PressAsync("Retry now");

        Assert.Contains("1 e-mail is due now.", Admin.MainText, StringComparison.Ordinal);
        Assert.Equal(1, (await room.SendAsync()).Accepted);
        await Admin.OpenAsync($"/en/admin/delivery/mails/{mail.Id}");
        Assert.Contains("Accepted", Admin.MainText, StringComparison.Ordinal);
        Assert.False(Admin.HasButton("Retry now") || Admin.HasButton("Hold"));
    }

    [Fact]
    public async Task What_is_held_stays_until_it_is_let_go()
    {
        var mail = (await room.QueueAsync(1))[0];

        await Admin.OpenAsync($"/en/admin/delivery/mails/{mail.Id}");
        await Admin.PressAsync("Hold");
        Assert.Equal(0, (await room.SendAsync()).Tried);
        Assert.Equal((OutboxState.Held, LetterState.Queued), ((await room.MailAsync(mail.Id)).State, (await room.MailAsync(mail.Id)).Letter!.State));
        await Admin.PressAsync("Let go");
        // Workers count what waits once a minute.
        room.Application.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await room.SendAsync()).Accepted);
    }

    [Theory]
    [InlineData("en", "Your letter was taken out", "Taken out by the campaign", "Write another letter")]
    [InlineData("fr", "Votre lettre a été retirée par la campagne", "Retirée par la campagne", "Écrire une autre lettre")]
    [InlineData("ar", "سحبت الحملة رسالتكم", "سحبتها الحملة", "كتابة رسالة أخرى")]
    public async Task A_dropped_letter_tells_its_supporter_why(string language, string title, string step, string again)
    {
        var mail = (await room.QueueAsync(1))[0];

        await Admin.OpenAsync($"/en/admin/delivery/mails/{mail.Id}");
        await Admin.FollowAsync("Drop…");
        await Admin.PressAsync("Drop: 1 e-mail");
        Assert.Equal(["Say why: the supporters read it on their receipts."], Admin.Summary);
        Assert.Equal(OutboxState.Waiting, (await room.MailAsync(mail.Id)).State);
        Admin.Fill("Why?", "The <b>summit</b> was called off.");
        await Admin.PressAsync("Drop: 1 e-mail");

        Assert.Contains("1 e-mail is dropped.", Admin.MainText, StringComparison.Ordinal);
        var after = await room.MailAsync(mail.Id);
        Assert.Equal((OutboxState.Cancelled, null, null, "ada"), (after.State, after.Sealed, after.ClaimId, after.EndedBy));
        Assert.Equal((LetterState.Withdrawn, LetterActor.Admin, null), (after.Letter!.State, after.Letter.Events.Single().By, after.Letter.OneLetterKey));
        Assert.Equal(0, (await room.SendAsync()).Tried);
        using var supporter = new Visitor(room.Application);
        await supporter.OpenAsync($"/{language}/letters/{mail.Receipt}");
        Assert.Equal(title, supporter.Heading);
        Assert.Contains("The <b>summit</b> was called off.", supporter.MainText, StringComparison.Ordinal);
        Assert.Equal(step, Visitor.Line(supporter.Page.QuerySelectorAll("dt")[^1]));
        await supporter.FollowAsync(again);
        Assert.Equal(HttpStatusCode.OK, supporter.Status);
        Assert.Contains("Ministry of Tests", supporter.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_with_says_when_and_no_longer_waits_in_the_outbox()
    {
        var mail = (await room.QueueAsync(1))[0];
        await room.SendAsync();
        room.Application.Clock.Advance(TimeSpan.FromHours(3));

        await Admin.OpenAsync("/en/admin/delivery/mails?state=Accepted");

        var finished = (await room.MailAsync(mail.Id)).FinishedAt!.Value;
        Assert.Contains(finished.ToString("d MMM yyyy, HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture), Admin.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("in the outbox for", Admin.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_back_of_an_accepted_letter_stands_at_its_e_mail()
    {
        var mail = (await room.QueueAsync(1))[0];
        await room.SendAsync();
        await room.Application.ChangeDatabaseAsync(async db =>
        {
            var letter = (await db.Outbox.SingleAsync(m => m.Id == mail.Id)).LetterId;
            db.ReturnedMails.Add(new ReturnedMail { OutboxMailId = mail.Id, LetterId = letter, Kind = ReturnKind.HardBounce, Status = "5.1.1", Fingerprint = "f", At = room.Now });
        });

        await Admin.OpenAsync($"/en/admin/delivery/mails/{mail.Id}");

        Assert.Contains("Came back: it was not delivered, and never will be (5.1.1)", Admin.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_spoken_of_as_one()
    {
        var mails = await room.QueueAsync(2);

        await Admin.OpenAsync($"/en/admin/delivery/act/hold?id={mails[0].Id}");
        var one = Admin.MainText;
        await Admin.OpenAsync($"/en/admin/delivery/act/hold?id={mails[0].Id}&id={mails[1].Id}");

        Assert.Contains("It stays where it is until somebody lets it go.", one, StringComparison.Ordinal);
        Assert.Contains("They stay where they are until somebody lets them go.", Admin.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_its_supporter_withdrew_says_nothing_of_the_campaigns_people()
    {
        var mail = (await room.QueueAsync(1))[0];
        using var supporter = new Visitor(room.Application);
        await supporter.OpenAsync($"/en/letters/{mail.Receipt}");
        await supporter.PressAsync("Withdraw my letter");

        Assert.Equal("Your letter is withdrawn", supporter.Heading);
    }

    [Fact]
    public async Task What_a_worker_has_is_left_to_it_and_told()
    {
        var mails = await room.QueueAsync(3);
        await Admin.OpenAsync($"/en/admin/delivery/act/hold?{string.Join('&', mails.Select(m => $"id={m.Id}"))}");
        Assert.Equal("Hold: 3 e-mails", Admin.Heading);
        // After the page was made, before its button is pressed.
        await room.ClaimAsync(mails[1].Id);

        var press = Admin.Press("Hold: 3 e-mails");
        await Admin.SendAsync(press with { Fields = [.. press.Fields.Where(f => f.Key != "id"), .. mails.Select(m => KeyValuePair.Create("id", $"{m.Id}"))] });

        Assert.Contains("2 e-mails are held. 1 e-mail was not", Admin.MainText, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Waiting, (await room.MailAsync(mails[1].Id)).State);
        Assert.Equal(2, await room.CountAsync(OutboxState.Held));
        await Admin.OpenAsync($"/en/admin/delivery/act/drop?id={mails[1].Id}");
        Assert.Contains("It cannot be done with this e-mail", Admin.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_letter_cannot_be_retried_and_the_page_says_why()
    {
        var mail = (await room.QueueAsync(1))[0];
        room.Server.Script = (step, _) => step == "RCPT" ? "550 5.1.1 no such office" : null;
        await room.SendAsync();

        await Admin.OpenAsync($"/en/admin/delivery/mails/{mail.Id}");
        Assert.Contains("It cannot be tried again", Admin.MainText, StringComparison.Ordinal);
        await Admin.OpenAsync($"/en/admin/delivery/act/retry?id={mail.Id}");

        Assert.Contains("A letter that was refused or given up is not kept", Admin.MainText, StringComparison.Ordinal);
        Assert.Empty(Admin.Page.QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task All_that_a_filter_finds_is_counted_first_and_then_done()
    {
        await room.QueueAsync(60);
        var others = await room.QueueAsync(2, room.Other);

        await Admin.OpenAsync("/en/admin/delivery/by/contact");
        await Admin.FollowAsync("Ministry of Tests, France");
        await Admin.PressAsync("Hold all…");
        Assert.Equal("Hold: 60 e-mails", Admin.Heading);
        Assert.Equal(0, await room.CountAsync(OutboxState.Held));
        await Admin.PressAsync("Hold: 60 e-mails");

        Assert.Contains("60 e-mails are held.", Admin.MainText, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Waiting, (await room.MailAsync(others[0].Id)).State);
        await Admin.OpenAsync("/en/admin/delivery/mails?state=Held&domain=Government.example");
        await Admin.PressAsync("Drop all…");
        Admin.Fill("Why?", "Sent twice by mistake.");
        await Admin.PressAsync("Drop: 60 e-mails");
        Assert.Equal((60, 2), (await room.CountAsync(OutboxState.Cancelled), await room.CountAsync(OutboxState.Waiting)));
    }

    [Fact]
    public async Task Nothing_chosen_is_nothing_and_not_everything()
    {
        await room.QueueAsync(2);

        await Admin.OpenAsync("/en/admin/delivery/mails");
        await Admin.PressAsync("Hold the chosen…");

        Assert.Contains("No e-mail was chosen", Admin.MainText, StringComparison.Ordinal);
        Assert.Equal(0, await room.CountAsync(OutboxState.Held));
    }

    [Fact]
    public async Task The_list_goes_on_where_it_was_though_its_beginning_has_gone_out()
    {
        var mails = await room.QueueAsync(120);
        await Admin.OpenAsync("/en/admin/delivery/mails");
        var seen = Shown();
        await room.Application.WithDatabaseAsync(db => db.Outbox.Where(m => m.Id <= mails[10].Id).ExecuteDeleteAsync());

        await Admin.FollowAsync("Next");
        seen.AddRange(Shown());
        await Admin.FollowAsync("Next");
        seen.AddRange(Shown());

        Assert.Equal(mails.Select(m => $"{m.Id}"), seen);
        Assert.Empty(Admin.Page.QuerySelectorAll("a[rel=next]"));
    }

    [Theory]
    [InlineData("/en/admin/delivery/act/burn")]
    [InlineData("/en/admin/delivery/by/supporter")]
    [InlineData("/en/admin/delivery/mails/99999999")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await Admin.OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, Admin.Status);
    }

    [Fact]
    public async Task A_filter_that_was_typed_wrong_narrows_nothing()
    {
        await room.QueueAsync(1);

        await Admin.OpenAsync("/en/admin/delivery/mails?state=99&kind=x&contact=-1&campaign=abc&older=99999999999&after=1-2-3");

        Assert.Single(Shown());
    }

    private List<string> Shown() => [.. Admin.Page.QuerySelectorAll("tbody th a").Select(Visitor.Line)];

    private async Task ActAsync(string what, long id)
    {
        await Admin.OpenAsync($"/en/admin/delivery/act/{what}?id={id}");
        await Admin.SendAsync(Admin.Press(Visitor.Line(Admin.Page.QuerySelector("main form button"))));
    }

    private async Task<string> NextDueAsync()
    {
        var next = await room.Application.WithDatabaseAsync(db => db.Outbox.Where(m => m.State == OutboxState.Waiting && m.DueAt > room.Now).MinAsync(m => m.DueAt));
        return next.ToString("HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
    }
}
