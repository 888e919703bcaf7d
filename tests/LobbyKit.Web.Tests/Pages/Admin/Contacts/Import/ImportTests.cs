using System.Globalization;
using System.Text;
using Bogus;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts.Import;

/// <summary>From a file to contacts and back, through the pages.</summary>
public sealed class ImportTests(AdminDesk desk) : IClassFixture<AdminDesk>
{
    [Fact]
    public async Task The_dry_run_shows_row_by_row_what_would_happen_and_changes_nothing()
    {
        var same = await desk.AddContactAsync("Dry run: same");
        var other = await desk.AddContactAsync("Dry run: other", change: c => c.PersonName = "Old Name");
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        var counts = await ada.CheckAsync(Encoding.UTF8.GetBytes(string.Join('\n',
            "country_code,role,office,person_name,languages,phone,g20_status,confidence",
            "IS,head_of_government,Dry run: same,,en,,non_member,low",
            "IS,head_of_government,Dry run: other,New Name,\"en;is\",+354 545 8400,non_member,low",
            "IS,head_of_government,Dry run: new,Somebody,is,,non_member,low",
            "ZZ,head_of_government,Dry run: nowhere,,is,,non_member,low",
            "IS,head_of_government,Dry run: phone,,is,545 8400,non_member,low")));

        Assert.Equal((5, 1, 1, 1, 2), (counts["All"], counts["New"], counts["Changed"], counts["Unchanged"], counts["Invalid"]));
        Assert.Contains("Unchanged", ada.RowText(2), StringComparison.Ordinal);
        var changed = ada.RowText(3);
        Assert.Contains("Person: Old Name → New Name", changed, StringComparison.Ordinal);
        Assert.Contains("Languages: en → en;is", changed, StringComparison.Ordinal);
        Assert.Contains("Phone: nothing → +354 545 8400", changed, StringComparison.Ordinal);
        Assert.Contains("Person: Somebody", ada.RowText(4), StringComparison.Ordinal);
        Assert.Contains("Country or institution: “ZZ” is no country's code", ada.RowText(5), StringComparison.Ordinal);
        Assert.Contains("Phone: “545 8400” cannot be dialled", ada.RowText(6), StringComparison.Ordinal);
        Assert.Equal((same.Revision, other.Revision), ((await desk.ContactAsync(same.Id)).Revision, (await desk.ContactAsync(other.Id)).Revision));
        Assert.False(await desk.Application.WithDatabaseAsync(db => db.Contacts.AnyAsync(c => c.Office == "Dry run: new")));

        await browser.FollowAsync("Invalid (2)");
        Assert.Equal(2, browser.Page.QuerySelectorAll(".import-rows tbody tr").Length);
        await browser.PressAsync("Forget this file");
        Assert.Contains("Nothing was changed.", browser.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_the_valid_is_applied_and_undone_as_a_whole()
    {
        var seen = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var known = await desk.AddContactAsync("Whole: known", change: c =>
        {
            (c.PersonName, c.PersonUntil) = ("Old Name", new DateOnly(2027, 1, 1));
            c.Channels.ForEach(x => (x.VerifiedAt, x.VerifiedBy, x.VerifiedPage) = (seen, "ben", AdminDesk.OfficialPage));
        });
        var before = await DescribeAsync(known.Id);
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.CheckAsync(ImportDesk.Lines(
            ImportDesk.Row("IS", "Whole: known", "new@whole.example", "https://whole.example/form", "+354 545 8400", "New Name"),
            ImportDesk.Row("IS", "Whole: added", "added@whole.example"),
            ImportDesk.Row("IS", "Whole: wrong", "nobody")));
        Assert.Contains("Waits for another admin’s approval.", ada.RowText(2), StringComparison.Ordinal);
        await ada.ApplyAsync();

        Assert.Equal("The import is applied", browser.Heading);
        var after = await desk.ContactAsync(known.Id);
        Assert.Equal(("New Name", null, "https://whole.example/form"), (after.PersonName, after.PersonUntil, after.Channel(ChannelKind.WebForm)!.Address));
        Assert.Null(after.Channel(ChannelKind.WebForm)!.VerifiedAt);
        // The address in use stays in use, and the new one waits.
        Assert.Equal((known.Channel(ChannelKind.Email)!.Address, seen), (after.Channel(ChannelKind.Email)!.Address, after.Channel(ChannelKind.Email)!.VerifiedAt));
        var waiting = await desk.WaitingAsync(known.Id);
        Assert.Equal(("new@whole.example", "ada"), (waiting!.After, waiting.ProposedBy));
        Assert.StartsWith("Import of list.csv, a list of ", waiting.Reason, StringComparison.Ordinal);
        var added = await desk.Application.WithDatabaseAsync(db => db.Contacts.AsNoTracking().Include(c => c.Channels).SingleAsync(c => c.Office == "Whole: added"));
        Assert.Null(added.Channel(ChannelKind.Email));
        Assert.Equal(("Iceland", "added@whole.example"), (added.CountryName, (await desk.WaitingAsync(added.Id))!.After));
        Assert.False(await desk.Application.WithDatabaseAsync(db => db.Contacts.AnyAsync(c => c.Office == "Whole: wrong")));

        // Nobody approves their own change, wherever it came from.
        await browser.OpenAsync($"/en/admin/contacts/changes/{waiting.Id}");
        Assert.Contains("nobody approves their own change", browser.MainText, StringComparison.Ordinal);

        // The same file again: nothing is left to do.
        var again = await ImportDesk.OpenAsync(desk, AdminDesk.Ben);
        using var ben = again.Browser;
        var counts = await again.CheckAsync(ImportDesk.Lines(
            ImportDesk.Row("IS", "Whole: known", "new@whole.example", "https://whole.example/form", "+354 545 8400", "New Name"),
            ImportDesk.Row("IS", "Whole: added", "added@whole.example")));
        Assert.Equal((2, 2), (counts["All"], counts["Unchanged"]));

        await ben.OpenAsync(ImportDesk.Start);
        await ben.OpenAsync(ben.Page.QuerySelectorAll("table a").First(a => Visitor.Line(a.Closest("tr")).EndsWith("Applied", StringComparison.Ordinal)).GetAttribute("href")!);
        await ben.PressAsync("Undo the whole import");
        await again.WaitAsync();
        Assert.Equal("The import is undone", ben.Heading);
        Assert.Equal(before, await DescribeAsync(known.Id));
        Assert.Null(await desk.WaitingAsync(known.Id));
        Assert.False(await desk.Application.WithDatabaseAsync(db => db.Contacts.AnyAsync(c => c.Office == "Whole: added")));
    }

    [Fact]
    public async Task An_undoing_that_would_lose_later_work_is_refused_and_names_the_contacts()
    {
        var one = await desk.AddContactAsync("Later: one");
        var two = await desk.AddContactAsync("Later: two");
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.CheckAsync(ImportDesk.Lines(
            ImportDesk.Row("IS", "Later: one", Email(one), Form(one), person: "Imported"), ImportDesk.Row("IS", "Later: two", Email(two), Form(two), person: "Imported")));
        await ada.ApplyAsync();
        var done = browser.Address;
        await browser.OpenAsync($"/en/admin/contacts/{two.Id}/edit");
        browser.Fill("Person", "Corrected by hand");
        await browser.PressAsync("Save");

        await browser.OpenAsync(done);
        Assert.Contains("Somebody changed 1 contact after the import.", browser.MainText, StringComparison.Ordinal);
        Assert.Equal("Later: two", Visitor.Line(browser.Page.QuerySelector("main ul a[href$='/" + two.Id + "']")));
        Assert.False(browser.HasButton("Undo the whole import"));
        // Posted all the same: nothing is undone.
        await browser.SendAsync(browser.Press("Undo the other 1 contact").With("leaveChanged", "false"));
        await ada.WaitAsync();
        Assert.Contains("so nothing was undone", browser.MainText, StringComparison.Ordinal);
        Assert.Equal("Imported", (await desk.ContactAsync(one.Id)).PersonName);

        await browser.PressAsync("Undo the other 1 contact");
        await ada.WaitAsync();
        Assert.Equal("The import is undone", browser.Heading);
        Assert.Contains("1 contact was changed by somebody after the import, and left as they are.", browser.MainText, StringComparison.Ordinal);
        Assert.Equal(("", "Corrected by hand"), ((await desk.ContactAsync(one.Id)).PersonName, (await desk.ContactAsync(two.Id)).PersonName));
    }

    [Fact]
    public async Task What_was_verified_since_the_files_date_is_kept_unless_an_admin_says_otherwise()
    {
        var contacts = new List<Contact>();
        foreach (var name in new[] { "keep", "take", "old" })
        {
            contacts.Add(await desk.AddContactAsync($"Conflict: {name}", change: c =>
            {
                c.Channels.Single(x => x.Kind == ChannelKind.WebForm).VerifiedAt = new DateTime(2026, name == "old" ? 3 : 5, 1, 0, 0, 0, DateTimeKind.Utc);
                c.Channels.Single(x => x.Kind == ChannelKind.WebForm).VerifiedBy = "ben";
            }));
        }

        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        var counts = await ada.CheckAsync(
            ImportDesk.Lines([.. contacts.Select(c => ImportDesk.Row("IS", c.Office, Email(c), "https://elsewhere.example/form", person: "Both"))]), asOf: "2026-04-01");
        Assert.Equal((3, 3, 2), (counts["All"], counts["Changed"], counts["To decide"]));
        Assert.Contains("ben saw https://www.government.example/form on the official page on 1 May 2026.", ada.RowText(2), StringComparison.Ordinal);
        Assert.DoesNotContain("saw", ada.RowText(4), StringComparison.Ordinal);

        await browser.FollowAsync("To decide (2)");
        browser.Choose("The file, line 3: take it");
        await browser.PressAsync("Keep these choices");
        Assert.Contains("The file is taken in 1 of them", browser.MainText, StringComparison.Ordinal);
        await ada.ApplyAsync();

        var after = new List<(string, string)>();
        foreach (var contact in contacts)
        {
            var now = await desk.ContactAsync(contact.Id);
            after.Add((now.Channel(ChannelKind.WebForm)!.Address, now.PersonName));
        }

        const string Ours = "https://www.government.example/form";
        const string Theirs = "https://elsewhere.example/form";
        Assert.Equal([(Ours, "Both"), (Theirs, "Both"), (Theirs, "Both")], after);
    }

    [Fact]
    public async Task Other_names_in_another_order_are_guessed_and_a_choice_is_remembered()
    {
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        const string Headings = "Numéro de téléphone;Titulaire;Intitulé;Pays;Site;Courriel;Colonne secrète";
        await ada.UploadAsync(Encoding.UTF8.GetBytes($"{Headings}\n+33 1 42 75 80 00;Une Personne;Mémoire: ministre;France;https://gouv.example/;;Madame\n"));
        Assert.Equal(
            ("Numéro de téléphone", "Titulaire", "Intitulé", "Pays", "Site", "Courriel", ""),
            (browser.Value("Phone"), browser.Value("Person"), browser.Value("Office"), browser.Value("Country’s name"), browser.Value("Official page"),
                browser.Value("E-mail address"), browser.Value("Salutation")));

        // Without a role no row is known.
        await browser.PressAsync("Compare with the contacts");
        Assert.Contains("Say which column has the role", browser.ErrorBeside(browser.Box("Role")), StringComparison.Ordinal);
        Assert.Equal("Titulaire", browser.Value("Person"));
        browser.Fill("Salutation", "Colonne secrète");
        browser.Fill("Role, for rows that say nothing", "head_of_state");
        browser.Fill("G20, for rows that say nothing", "member");
        browser.Fill("Languages, for rows that say nothing", "fr");
        browser.Fill("Confidence, for rows that say nothing", "medium");
        var counts = await ada.CompareAsync();
        Assert.Equal(1, counts["New"]);
        Assert.Contains("Salutation: Madame", ada.RowText(2), StringComparison.Ordinal);
        Assert.Contains("FR, Head of state", ada.RowText(2), StringComparison.Ordinal);

        // Another day, in another order and with other capitals.
        var ben = await ImportDesk.OpenAsync(desk, AdminDesk.Ben);
        using var later = ben.Browser;
        await ben.UploadAsync(Encoding.UTF8.GetBytes("COLONNE SECRETE;PAYS;INTITULE;TITULAIRE;SITE;COURRIEL;NUMERO DE TELEPHONE\nMadame;France;Mémoire: autre;;;;\n"));
        Assert.Equal(
            ("COLONNE SECRETE", "head_of_state", "fr"),
            (later.Value("Salutation"), later.Value("Role, for rows that say nothing"), later.Value("Languages, for rows that say nothing")));
    }

    [Fact]
    public async Task Only_who_uploaded_a_file_goes_on_with_it()
    {
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.CheckAsync(ImportDesk.Lines(ImportDesk.Row("IS", "Own: office", "own@government.example")));
        using var ben = await desk.SignInAsync(AdminDesk.Ben);
        await ben.OpenAsync(browser.Address);
        Assert.Contains("Only ada, who uploaded this file, can go on with it.", ben.MainText, StringComparison.Ordinal);
        var token = ben.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await ben.SendAsync(new Submission(HttpMethod.Post, browser.Address.Split('?')[0] + "?handler=Apply", [new("__RequestVerificationToken", token)]));
        Assert.Contains("Nothing was done", ben.MainText, StringComparison.Ordinal);
        Assert.False(await desk.Application.WithDatabaseAsync(db => db.Contacts.AnyAsync(c => c.Office == "Own: office")));
    }

    [Fact]
    public async Task A_contact_changed_after_the_dry_run_is_compared_again_before_anything_is_written()
    {
        var contact = await desk.AddContactAsync("Meanwhile: office");
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.CheckAsync(ImportDesk.Lines(
            ImportDesk.Row("IS", "Meanwhile: new"), ImportDesk.Row("IS", contact.Office, Email(contact), Form(contact), person: "Imported")));
        await desk.Application.ChangeDatabaseAsync(async db =>
        {
            var tracked = await db.Contacts.SingleAsync(c => c.Id == contact.Id);
            (tracked.PersonName, tracked.Revision) = ("Quicker", tracked.Revision + 1);
        });
        await ada.ApplyAsync();

        Assert.Contains(ImportDesk.ChangedMeanwhile, browser.MainText, StringComparison.Ordinal);
        Assert.Contains("Person: Quicker → Imported", ada.RowText(3), StringComparison.Ordinal);
        Assert.Equal("Quicker", (await desk.ContactAsync(contact.Id)).PersonName);
        Assert.False(await desk.Application.WithDatabaseAsync(db => db.Contacts.AnyAsync(c => c.Office == "Meanwhile: new")));
        await ada.ApplyAsync();
        Assert.Equal("Imported", (await desk.ContactAsync(contact.Id)).PersonName);
    }

    [Fact]
    public async Task A_retired_office_does_not_come_back_by_a_file_and_a_refused_address_asks()
    {
        await desk.AddContactAsync("Gone: retired", change: c => c.RetiredAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var refused = await desk.AddContactAsync("Gone: refused");
        await desk.Application.ChangeDatabaseAsync(async db => await db.AddressChanges.AddAsync(new AddressChange
        {
            ContactId = refused.Id,
            Before = "",
            After = "wrong@government.example",
            Reason = "test",
            ProposedBy = "ada",
            ProposedAt = DateTime.UnixEpoch,
            State = AddressChangeState.Refused,
            DecidedBy = "ben",
            DecidedAt = DateTime.UnixEpoch,
        }));
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        var counts = await ada.CheckAsync(ImportDesk.Lines(
            ImportDesk.Row("IS", "Gone: retired"), ImportDesk.Row("IS", "Gone: refused", "WRONG@government.example", Form(refused))));

        Assert.Equal((1, 1), (counts["Invalid"], counts["To decide"]));
        Assert.Contains("This office was retired here.", ada.RowText(2), StringComparison.Ordinal);
        Assert.Contains("ben refused this address on 1 January 1970.", ada.RowText(3), StringComparison.Ordinal);
        await ada.ApplyAsync();
        Assert.Null(await desk.WaitingAsync(refused.Id));
    }

    [Fact]
    public async Task A_foreign_list_of_5000_public_bodies_is_imported_and_undone()
    {
        Randomizer.Seed = new Random(20130905);
        var faker = new Faker("de");
        var text = new StringBuilder("Nr;Behörde;Ort;Land;E-Mail;Telefon;Webseite;Bemerkung\r\n");
        for (var i = 1; i <= 5000; i++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{i};\"{faker.Company.CatchPhrase()}, Prüfstelle {i}\";{faker.Address.City()};Deutschland;stelle{i}@behoerde.example;+49 30 {faker.Random.Int(100000, 999999)};https://behoerde.example/{i};\"{faker.Lorem.Sentence()}\n{faker.Lorem.Sentence()}\"\r\n");
        }

        var before = await desk.Application.WithDatabaseAsync(db => db.Contacts.CountAsync());
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.UploadAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text.ToString()), name: "behörden.csv");
        Assert.Equal(("Behörde", "Land", "Webseite"), (browser.Value("Office"), browser.Value("Country’s name"), browser.Value("Official page")));
        browser.Fill("Role, for rows that say nothing", "institution_head");
        browser.Fill("G20, for rows that say nothing", "member");
        browser.Fill("Languages, for rows that say nothing", "de");
        browser.Fill("Confidence, for rows that say nothing", "low");
        var counts = await ada.CompareAsync();
        Assert.Equal((5000, 5000), (counts["All"], counts["New"]));
        await browser.FollowAsync("Last");
        Assert.Contains("page 100 of 100", browser.MainText, StringComparison.Ordinal);
        await ada.ApplyAsync();
        Assert.Equal(before + 5000, await desk.Application.WithDatabaseAsync(db => db.Contacts.CountAsync()));
        await browser.PressAsync("Undo the whole import");
        await ada.WaitAsync();
        Assert.Equal("The import is undone", browser.Heading);
        Assert.Equal(before, await desk.Application.WithDatabaseAsync(db => db.Contacts.CountAsync()));
    }

    private static string Email(Contact contact) => contact.Channel(ChannelKind.Email)!.Address;

    private static string Form(Contact contact) => contact.Channel(ChannelKind.WebForm)!.Address;

    private async Task<string> DescribeAsync(int id)
    {
        var contact = await desk.ContactAsync(id);
        return $"{ContactValues.Of(contact)} {contact.PersonUntil} {contact.SearchText} "
            + string.Join(' ', contact.Channels.OrderBy(c => c.Kind).Select(c => $"{c.Kind} {c.Address} {c.VerifiedAt:O} {c.VerifiedBy} {c.VerifiedPage} {c.StoppedAt}"));
    }
}
