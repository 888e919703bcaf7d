namespace LobbyKit.Browser.Tests.Steps;

/// <summary>The pages about contacts, for an admin who has signed in.</summary>
internal sealed class ContactsDesk(Visitor visitor)
{
    // A list of thousands takes its time on a busy machine.
    private const float Patience = 120_000;

    public ILocator Done => visitor.Page.Locator(".done");

    /// <summary>By the menu, which is folded up on a narrow screen.</summary>
    public async Task OpenAsync(string page)
    {
        await OpenSectionAsync("Contacts");
        var menu = visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Contacts", Exact = true });
        if (await menu.Locator("summary").IsVisibleAsync())
        {
            await menu.Locator("summary").ClickAsync();
        }

        await menu.GetByRole(AriaRole.Link, new() { Name = page }).ClickAsync();
    }

    public Task OpenSectionAsync(string section) => visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Workspace", Exact = true })
        .GetByRole(AriaRole.Link, new() { Name = section, Exact = true }).ClickAsync();

    public async Task UploadAsync(string name, byte[] content)
    {
        await visitor.Page.Locator("#Upload").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
        await visitor.Button("Upload, and choose the columns").ClickAsync();
        await Expect(visitor.Heading("Which column is what?")).ToBeVisibleAsync();
    }

    /// <summary>The answer to a question about all rows.</summary>
    public ILocator ForAllRows(string question) => visitor.Page.GetByLabel($"{question}, for rows that say nothing", new() { Exact = true });

    public async Task CompareAsync()
    {
        await visitor.Button("Compare with the contacts").ClickAsync();
        await Expect(visitor.Heading("What the file would do")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    public async Task ApplyAsync(string what)
    {
        await visitor.Button($"Apply: {what}").ClickAsync();
        await Expect(visitor.Heading("The import is applied")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    /// <summary>Searches the list and opens what is found.</summary>
    public async Task FindAsync(string office)
    {
        await OpenSectionAsync("Contacts");
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync(office);
        await visitor.PressAsync("Enter");
        await Expect(visitor.Page.GetByText("1 contact", new() { Exact = true })).ToBeVisibleAsync();
        await visitor.Page.Locator("table.contacts").GetByRole(AriaRole.Link).ClickAsync();
    }

    /// <summary>Changes one field of the contact that is open.</summary>
    public async Task EditAsync(string field, string value)
    {
        await visitor.Link("Edit").ClickAsync();
        await visitor.Page.GetByLabel(field, new() { Exact = true }).FillAsync(value);
        if (field == "E-mail address")
        {
            await visitor.Page.GetByLabel("Where did you see the new e-mail address?").FillAsync("The office’s own page");
        }

        await visitor.Button("Save").ClickAsync();
        await Expect(Done).ToBeVisibleAsync();
    }

    /// <summary>Ticks the first thing on the list, without a mouse.</summary>
    /// <returns>The office.</returns>
    public async Task<string> VerifyNextAsync()
    {
        var office = await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        await visitor.TabToAsync(visitor.Page.Locator("input[name=Seen]").First);
        await visitor.PressAsync("Space");
        var officialPage = visitor.Page.Locator("#OfficialPage");
        if (await officialPage.InputValueAsync() == "")
        {
            // No page of theirs is known yet: it was looked for, and found.
            await visitor.TabToAsync(officialPage);
            await visitor.Page.Keyboard.TypeAsync("https://www.government.example/contact");
        }

        await visitor.PressAsync("Enter");
        await Expect(Done).ToContainTextAsync($"Verified: {office}.", new() { Timeout = Patience });
        return office;
    }
}
