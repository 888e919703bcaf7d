using LobbyKit.Web.Audit;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts.Import;

/// <summary>A background job writes the contacts, and the log names the admin who had it do so.</summary>
public sealed class ImportInAuditLogTests(AdminDesk desk) : IClassFixture<AdminDesk>
{
    [Fact]
    public async Task The_log_names_who_applied_and_who_undid_and_leads_to_the_import()
    {
        var known = await desk.AddContactAsync("Log: known", change: c => c.Channels.Clear());
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.CheckAsync(ImportDesk.Lines(
            ImportDesk.Row("IS", "Log: known", person: "New Name"), ImportDesk.Row("IS", "Log: added", "log.added@government.example")), name: "offices of 2026.csv");
        await ada.ApplyAsync();
        var import = browser.Address;

        await browser.OpenAsync("/en/admin/audit?Kind=Import");
        var applied = Entry(browser, "ada applied the import of contacts offices of 2026.csv.");
        Assert.Contains("from 127.0.0.1", Visitor.Line(applied), StringComparison.Ordinal);
        await browser.OpenAsync(applied.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(import, browser.Address);
        Assert.True(browser.HasButton("Undo the whole import"));

        await browser.OpenAsync($"/en/admin/audit?Kind=Contact&Text=Log%3A");
        var changed = Entry(browser, "ada changed the person and source of Log: known, Iceland by import");
        Assert.Contains("New Name", Visitor.Line(changed), StringComparison.Ordinal);
        var added = Entry(browser, "ada added Log: added, Iceland by import");
        Assert.Contains("log.added@government.example", Visitor.Line(added), StringComparison.Ordinal);
        Assert.All([changed, added], e => Assert.Contains("from 127.0.0.1", Visitor.Line(e), StringComparison.Ordinal));
        await browser.OpenAsync(added.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(import, browser.Address);
        await browser.OpenAsync($"/en/admin/contacts/{known.Id}");
        await browser.OpenAsync(Entry(browser, "ada changed the person and source of Log: known, Iceland by import").QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(import, browser.Address);

        // A colleague finds it in the log, and takes it back from there.
        using var ben = await desk.SignInAsync(AdminDesk.Ben);
        await ben.OpenAsync("/en/admin/audit?Kind=Import");
        await ben.OpenAsync(Entry(ben, "ada applied the import of contacts offices of 2026.csv.").QuerySelector("a")!.GetAttribute("href")!);
        await ben.PressAsync("Undo the whole import");
        await new ImportDesk(ben).WaitAsync();
        await ben.OpenAsync("/en/admin/audit?Text=Log%3A");
        Assert.Contains("nothing", Visitor.Line(Entry(ben, "ben changed the person and source of Log: known, Iceland by import")), StringComparison.Ordinal);
        Entry(ben, "ben removed Log: added, Iceland by import");
        await ben.OpenAsync("/en/admin/audit?Kind=Import");
        Entry(ben, "ben undid the import of contacts offices of 2026.csv.");
        Assert.True((await desk.Application.Service<AuditVerification>().RunAsync(null, CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task Of_an_import_that_is_too_old_to_be_undone_the_log_keeps_the_word_and_no_link()
    {
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.CheckAsync(ImportDesk.Lines(ImportDesk.Row("IS", "Log: old", person: "Somebody")), name: "old.csv");
        await ada.ApplyAsync();
        var id = long.Parse(browser.Address.Split('/')[^2], System.Globalization.CultureInfo.InvariantCulture);
        await desk.Application.WithDatabaseAsync(db => db.ContactImports.Where(i => i.Id == id).ExecuteDeleteAsync());

        await browser.OpenAsync("/en/admin/audit?Text=old");
        Assert.Null(Entry(browser, "ada applied the import of contacts old.csv.").QuerySelector("a"));
        Assert.Null(Entry(browser, $"ada added Log: old, Iceland by import {id}.").QuerySelector("a"));
    }

    private static AngleSharp.Dom.IElement Entry(Visitor browser, string sentence)
    {
        var found = browser.Page.QuerySelectorAll(".history > li").Where(e => Visitor.Line(e).StartsWith(sentence, StringComparison.Ordinal)).ToList();
        Assert.True(found.Count == 1, $"“{sentence}” stands {found.Count} times in: {browser.MainText}");
        return found[0];
    }
}
