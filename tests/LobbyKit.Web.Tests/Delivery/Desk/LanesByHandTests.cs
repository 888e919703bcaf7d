using LobbyKit.Web.Accounts;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery.Desk;

/// <summary>An admin pauses, resumes and tries; delivery stops by itself and says so.</summary>
public sealed class LanesByHandTests(DeliveryRoom room) : IClassFixture<DeliveryRoom>, IAsyncLifetime
{
    private Visitor Admin => room.Admin;

    public Task InitializeAsync() => room.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task All_mail_is_paused_and_resumed_and_everybody_at_work_is_told()
    {
        await room.QueueAsync(2);
        await room.Application.AddAccountAsync(AccountRoles.Organiser, "olga@desk.example", room.CampaignId);
        using var organiser = await room.SignInAsync("olga@desk.example");

        await Admin.OpenAsync("/en/admin/delivery");
        await Admin.PressAsync("Pause all mail");

        Assert.Contains("Paused: all mail.", Admin.MainText, StringComparison.Ordinal);
        Assert.Equal(0, (await room.SendAsync()).Tried);
        await organiser.OpenAsync("/en/organise");
        Assert.Contains("All mail is paused, by ada since", organiser.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/delivery", organiser.Html, StringComparison.Ordinal);
        await Admin.OpenAsync("/en/admin/contacts");
        Assert.Contains("All mail is paused, by ada since", Admin.MainText, StringComparison.Ordinal);
        await Admin.OpenAsync("/en/admin/status");
        Assert.Contains("All mail is paused, by ada since", Admin.MainText, StringComparison.Ordinal);
        Assert.Contains("What to do: Resume it on the page Delivery", Admin.MainText, StringComparison.Ordinal);

        await Admin.OpenAsync("/en/admin/delivery");
        await Admin.PressAsync("Resume all mail");
        Assert.Equal(2, (await room.SendAsync()).Accepted);
        await organiser.OpenAsync("/en/organise");
        Assert.DoesNotContain("is paused", organiser.MainText, StringComparison.Ordinal);
        var entries = await room.Application.WithDatabaseAsync(db => db.AuditEntries.Where(e => e.Kind == AuditKind.Delivery && e.ActorName == "ada").OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(["ada added the pause of all mail.", "ada removed the pause of all mail."], entries.TakeLast(2).Select(AuditSentence.Of));
    }

    [Fact]
    public async Task Somebody_who_waits_for_a_new_password_gets_it_while_all_mail_is_paused()
    {
        await Admin.OpenAsync("/en/admin/delivery");
        await Admin.PressAsync("Pause all mail");
        using var stranger = new Visitor(room.Application);
        await stranger.OpenAsync("/en/account/forgotten-password");
        stranger.Fill("E-mail address", DeliveryRoom.AdminEmail);
        await stranger.PressAsync(Visitor.Line(stranger.Page.QuerySelector("main form button")));
        await room.QueueAsync(1);

        Assert.Equal(1, (await room.SendAsync()).Accepted);
        Assert.Contains(DeliveryRoom.AdminEmail, Assert.Single(room.Server.Mails).Recipients.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact", "Ministry of Tests, France")]
    [InlineData("domain", "government.example")]
    public async Task One_lane_is_paused_and_the_others_go_on(string of, string title)
    {
        await room.QueueAsync(1);
        await room.QueueAsync(1, room.Other);

        await Admin.OpenAsync($"/en/admin/delivery/by/{of}");
        await PressAtAsync($"Pause: {title}");
        Assert.Equal(1, (await room.SendAsync()).Accepted);
        Assert.Contains("chancellery.example", Assert.Single(room.Server.Mails).Recipients.Single(), StringComparison.Ordinal);

        await Admin.OpenAsync("/en/admin/delivery");
        Assert.Contains($"{title} ({of}), by ada since", Admin.MainText, StringComparison.Ordinal);
        await Admin.OpenAsync($"/en/admin/delivery/by/{of}");
        await PressAtAsync($"Resume: {title}");
        Assert.Equal(1, (await room.SendAsync()).Accepted);
    }

    [Fact]
    public async Task A_campaign_is_paused()
    {
        await room.QueueAsync(1);

        await Admin.OpenAsync("/en/admin/delivery/by/campaign");
        await PressAtAsync("Pause: Keep Hope Alive");

        Assert.Equal(0, (await room.SendAsync()).Tried);
        Assert.Contains("Paused by ada", Admin.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_pause_at_once_both_have_what_they_want()
    {
        await Admin.OpenAsync("/en/admin/delivery");
        var press = Admin.Press("Pause all mail");
        await Admin.SendAsync(press);
        await Admin.SendAsync(press);

        Assert.Contains("It was paused already.", Admin.MainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", null)]
    [InlineData("kind", "7")]
    [InlineData("key", "x")]
    public async Task A_form_that_names_no_lane_pauses_nothing(string field, string? value)
    {
        await Admin.OpenAsync("/en/admin/delivery");
        await Admin.SendAsync(Admin.Press("Pause all mail").With(field, value));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, Admin.Status);
        Assert.False(await room.Application.WithDatabaseAsync(db => db.DeliveryPauses.AnyAsync()));
    }

    [Fact]
    public async Task What_failures_have_stopped_is_shown_and_tried_now_on_request()
    {
        await room.QueueAsync(8);
        room.Server.Script = (step, line) => step == "RCPT" && line.Contains("government", StringComparison.Ordinal) ? "452 4.2.2 full" : null;
        await room.SendAsync();
        var lane = await room.LaneAsync(LaneName.Contact(room.Contact.Id));
        Assert.NotNull(lane!.StoppedAt);

        await Admin.OpenAsync("/en/admin/delivery");
        Assert.Contains("Ministry of Tests, France (contact), since", Admin.MainText, StringComparison.Ordinal);
        Assert.Contains(": the mailbox is full.", Admin.MainText, StringComparison.Ordinal);
        Assert.Contains("It is for the office to empty it", Admin.MainText, StringComparison.Ordinal);
        await Admin.OpenAsync("/en/admin/status");
        Assert.Contains("Delivery has stopped after failures: Ministry of Tests, France, since", Admin.MainText, StringComparison.Ordinal);
        room.Server.Script = null;
        // They are due again, and it is not yet time for a try.
        room.Application.Clock.Advance(TimeSpan.FromMinutes(2));
        await room.Application.WithDatabaseAsync(db => db.Outbox.Where(m => m.Kind == MailKind.Account).ExecuteDeleteAsync());
        Assert.Equal(0, (await room.SendAsync()).Tried);

        await Admin.OpenAsync("/en/admin/delivery");
        await PressAtAsync("Try now: Ministry of Tests, France");
        Assert.Contains("One e-mail is tried now: Ministry of Tests, France.", Admin.MainText, StringComparison.Ordinal);
        Assert.Equal(1, (await room.SendAsync()).Accepted);
        Assert.Null((await room.LaneAsync(LaneName.Contact(room.Contact.Id)))!.StoppedAt);
        Assert.True((await room.SendAsync()).Accepted > 0);
    }

    [Fact]
    public async Task Every_active_admin_is_told_once_of_a_stop_and_not_with_every_try()
    {
        await room.Application.AddAccountAsync(AccountRoles.Admin, "bea@desk.example");
        var gone = await room.Application.AddAccountAsync(AccountRoles.Admin, "gone@desk.example");
        await room.Application.ChangeDatabaseAsync(async db => (await db.Users.SingleAsync(a => a.Id == gone.Id)).DisabledAt = room.Now);
        await room.QueueAsync(12);
        room.Server.Script = (step, line) => step == "RCPT" && line.Contains("government", StringComparison.Ordinal) ? "452 4.2.2 full" : null;

        await room.SendAsync();
        for (var tries = 0; tries < 3; tries++)
        {
            room.Application.Clock.Advance(TimeSpan.FromHours(7));
            await room.SendAsync();
        }

        var told = room.Server.Mails.Where(m => m.Header("Subject") == "Letters have stopped: Ministry of Tests, France").ToList();
        Assert.Equal(["<ada@desk.example>", "<bea@desk.example>"], told.Select(m => m.Recipients.Single().Split(':')[1].Split(' ')[0]).Order());
        Assert.All(told, m =>
        {
            Assert.Contains("The mailbox of Ministry of Tests, France takes no letters from LobbyKit. It was stopped on ", m.Text, StringComparison.Ordinal);
            Assert.Contains(": the mailbox is full.", m.Text, StringComparison.Ordinal);
            Assert.Contains("What to do: It is for the office to empty it", m.Text, StringComparison.Ordinal);
            Assert.Contains("/admin/delivery", m.Text, StringComparison.Ordinal);
        });

        // It recovers, and stops again: that is news.
        room.Server.Script = null;
        room.Application.Clock.Advance(TimeSpan.FromHours(7));
        await room.SendAsync();
        Assert.Null((await room.LaneAsync(LaneName.Contact(room.Contact.Id)))!.StoppedAt);
    }

    [Fact]
    public async Task The_list_by_contact_shows_what_waits_and_the_last_answer()
    {
        await room.QueueAsync(2);
        room.Server.Script = (step, _) => step == "RCPT" ? "452 4.2.2 full" : null;
        await room.SendAsync();
        await room.QueueAsync(1);
        await room.Application.Service<AnswerCounting>().RunAsync(CancellationToken.None);

        await Admin.OpenAsync("/en/admin/delivery/by/contact");

        var row = Admin.Page.QuerySelectorAll("tbody tr").Single(r => Visitor.Line(r).StartsWith("Ministry of Tests, France government.example", StringComparison.Ordinal));
        Assert.Equal(["3", "2", "0", "no limit"], row.QuerySelectorAll("td").Take(4).Select(Visitor.Line));
        Assert.StartsWith("Put off: the mailbox is full", Visitor.Line(row.QuerySelectorAll("td")[4]), StringComparison.Ordinal);
    }

    private async Task PressAtAsync(string label)
    {
        var button = Admin.Page.QuerySelectorAll("button").Single(b => b.GetAttribute("aria-label") == label);
        var form = ((AngleSharp.Html.Dom.IHtmlButtonElement)button).Form!;
        var fields = form.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        await Admin.SendAsync(new Submission(HttpMethod.Post, button.GetAttribute("formaction")!, fields));
    }
}
