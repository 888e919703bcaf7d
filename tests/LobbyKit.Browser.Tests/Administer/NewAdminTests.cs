using System.Globalization;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Importing;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Browser.Tests.Administer;

/// <summary>Somebody new is given a list of five thousand offices, and a colleague's work to look at.</summary>
[Collection(OwnBrowser.Name)]
public sealed class NewAdminTests(BrowserRun run)
{
    private const string OfficialPage = "https://www.regering.example/kontakt";

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task A_new_admin_makes_a_foreign_list_true(int width)
    {
        var options = new VisitOptions { Width = width, MayMove = true };
        var mark = $"w{width}";
        var (colleague, newAddress) = ($"carla.{mark}", $"statsministeriet.{mark}@regering.example");
        await LastMonthAsync(options, $"{colleague}@desk.example", newAddress);

        await run.VisitAsync(options, async visitor =>
        {
            var me = (await new Workspace(visitor).SignInAsync(run.Application, AccountRoles.Admin)).Split('@')[0];
            await ImportAsync(visitor, mark);
            await CorrectAsync(visitor, mark);
            await VerifyAsync(visitor, me);
            await ApproveAsync(visitor, me, newAddress);
            await FindWhoAsync(visitor, colleague, newAddress);
        });
    }

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task The_progress_of_an_import_can_be_shown(int width) => run.VisitAsync(new VisitOptions { Width = width, MayMove = true }, async visitor =>
    {
        var workspace = new Workspace(visitor);
        await workspace.SignInAsync(run.Application, AccountRoles.Admin);
        // Another process has it, and takes its time.
        var import = new ContactImport
        {
            FileName = "behörden.csv",
            Encoding = "UTF-8",
            Separator = ';',
            Columns = ColumnMapping.None,
            UploadedBy = "somebody",
            State = ImportState.ToApply,
            Done = 1500,
            Total = 5000,
            Claim = Guid.NewGuid(),
            ClaimedUntil = new DateTime(2999, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        };
        await run.Application.ChangeDatabaseAsync(async db => await db.ContactImports.AddAsync(import));
        await workspace.OpenAsync($"admin/contacts/import/{import.Id}");
        await Expect(visitor.Page.Locator("#progress")).ToContainTextAsync("1,500 of 5,000 rows");
        await visitor.InspectAsync("import-progress");
    });

    /// <summary>A colleague enters another e-mail address for an office.</summary>
    private async Task LastMonthAsync(VisitOptions options, string address, string newAddress)
    {
        var aMonth = TimeSpan.FromDays(35);
        run.Application.Clock.Advance(-aMonth);
        try
        {
            await run.VisitAsync(options, async visitor =>
            {
                await run.Application.AddAccountAsync(AccountRoles.Admin, address);
                var workspace = new Workspace(visitor);
                await workspace.OpenAsync("account/sign-in");
                await workspace.SignInAsync(address);
                await Expect(visitor.Heading("Campaigns")).ToBeVisibleAsync();
                await workspace.OpenAsync($"admin/contacts/{await WithEmailAsync()}");
                await new ContactsDesk(visitor).EditAsync("E-mail address", newAddress);
            });
        }
        finally
        {
            run.Application.Clock.Advance(aMonth);
        }
    }

    private static async Task ImportAsync(Visitor visitor, string mark)
    {
        var (desk, bodies) = (new ContactsDesk(visitor), new PublicBodies(mark));
        await desk.OpenAsync("Import and export");
        await visitor.InspectAsync("import");
        await desk.UploadAsync("behörden.csv", bodies.Write(corrected: false));
        await desk.ForAllRows("Role").SelectOptionAsync("institution_head");
        await desk.ForAllRows("G20").SelectOptionAsync("non_member");
        await desk.ForAllRows("Languages").FillAsync("de");
        await desk.ForAllRows("Confidence").SelectOptionAsync("low");
        await visitor.InspectAsync("import-columns");
        await desk.CompareAsync();

        // Twenty rows are wrong; they are corrected in the list, and the answers about its columns are remembered.
        await visitor.Link($"Invalid ({PublicBodies.Wrong})").ClickAsync();
        await Expect(visitor.Page.Locator(".import-rows tbody tr")).ToHaveCountAsync(PublicBodies.Wrong);
        await Expect(visitor.Page.Locator(".import-rows tbody tr").First).ToContainTextAsync("cannot be dialled");
        await visitor.InspectAsync("import-invalid");
        await visitor.Button("Forget this file").ClickAsync();
        await desk.UploadAsync("behörden.csv", bodies.Write(corrected: true));
        await Expect(desk.ForAllRows("Role")).ToHaveValueAsync("institution_head");
        await desk.CompareAsync();
        await Expect(visitor.Link("Invalid")).ToHaveCountAsync(0);
        await visitor.InspectAsync("import-review");
        await desk.ApplyAsync("5,000 new, 0 changed");
        await Expect(visitor.Page.GetByText("5,000 contacts", new() { Exact = true })).ToBeVisibleAsync();
        await visitor.InspectAsync("import-done");
    }

    private static async Task CorrectAsync(Visitor visitor, string mark)
    {
        var desk = new ContactsDesk(visitor);
        await desk.FindAsync(PublicBodies.Name(mark, 4711));
        await visitor.InspectAsync("imported-contact");
        await desk.EditAsync("Person", "Ada Lovelace");
        await Expect(visitor.Page.Locator(".history > li").First).ToContainTextAsync("changed the person of");
        await Expect(visitor.Page.Locator(".history > li").Last).ToContainTextAsync("by import");
    }

    private async Task VerifyAsync(Visitor visitor, string me)
    {
        var desk = new ContactsDesk(visitor);
        await desk.OpenAsync("To verify");
        await visitor.InspectAsync("verify");
        var seen = new HashSet<string>();
        while (seen.Count < 10)
        {
            Assert.True(seen.Add(await desk.VerifyNextAsync()));
        }

        Assert.Equal(10, await run.Application.WithDatabaseAsync(db => db.Contacts.CountAsync(c => c.Channels.Any(x => x.VerifiedBy == me && x.VerifiedAt != null))));
    }

    private async Task ApproveAsync(Visitor visitor, string me, string newAddress)
    {
        var desk = new ContactsDesk(visitor);
        await desk.OpenAsync("Waiting addresses");
        await visitor.InspectAsync("waiting-addresses");
        await visitor.Page.Locator("table.waiting tr").Filter(new() { HasText = newAddress }).GetByRole(AriaRole.Link, new() { Name = "Look at it" }).ClickAsync();
        await Expect(visitor.Heading("Waiting addresses")).ToHaveCountAsync(0);
        await visitor.InspectAsync("waiting-address");
        await visitor.Page.Locator("#OfficialPage").FillAsync(OfficialPage);
        await visitor.Page.Locator("#Seen").CheckAsync();
        await visitor.Button("Approve: letters go there from now").ClickAsync();
        await Expect(desk.Done).ToContainTextAsync("The new address is in use.");
        Assert.Equal(me, await run.Application.WithDatabaseAsync(db => db.Contacts.SelectMany(c => c.Channels).Where(c => c.Address == newAddress).Select(c => c.VerifiedBy).SingleAsync()));
    }

    private async Task FindWhoAsync(Visitor visitor, string colleague, string newAddress)
    {
        await new ContactsDesk(visitor).OpenSectionAsync("Audit log");
        var lastMonth = run.Application.Clock.GetUtcNow().AddMonths(-1);
        var days = DateTime.DaysInMonth(lastMonth.Year, lastMonth.Month);
        await visitor.Page.GetByLabel("About", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Contacts" });
        await visitor.Page.Locator("#From").FillAsync(lastMonth.ToString("yyyy-MM-'01'", CultureInfo.InvariantCulture));
        await visitor.Page.Locator("#To").FillAsync(lastMonth.ToString($"yyyy-MM-'{days}'", CultureInfo.InvariantCulture));
        await visitor.Page.Locator("#Text").FillAsync(newAddress);
        await visitor.Button("Show").ClickAsync();
        var found = visitor.Page.Locator(".history > li");
        await Expect(found).ToHaveCountAsync(1);
        await Expect(found).ToContainTextAsync($"{colleague} changed the new e-mail address");
        await Expect(found).ToContainTextAsync(lastMonth.ToString("MMM yyyy", CultureInfo.InvariantCulture));
        await visitor.InspectAsync("audit-found");
    }

    /// <summary>A contact that has an e-mail address, and no other that waits.</summary>
    private Task<int> WithEmailAsync() => run.Application.WithDatabaseAsync(db => db.Contacts
        .Where(c => c.Channels.Any(x => x.Kind == ChannelKind.Email && x.VerifiedAt == null) && !db.AddressChanges.Any(a => a.ContactId == c.Id))
        .OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());
}
