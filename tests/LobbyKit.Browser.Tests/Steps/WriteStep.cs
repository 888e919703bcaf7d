namespace LobbyKit.Browser.Tests.Steps;

/// <summary>The form.</summary>
internal sealed class WriteStep(Visitor visitor)
{
    public ILocator Name => Box("Form.Name");

    public ILocator Email => Box("Form.Email");

    public ILocator Place => Box("Form.Place");

    public ILocator Paragraph => Box("Form.PersonalMessage");

    public ILocator Consent => visitor.Page.GetByRole(AriaRole.Checkbox);

    public ILocator CheckButton => visitor.Button(visitor.Texts["Write.Check"]);

    public ILocator Mistakes => visitor.Page.GetByRole(AriaRole.Alert);

    public ILocator Preview => visitor.Page.GetByRole(AriaRole.Complementary, new() { Name = visitor.Texts["Preview.Title"] });

    /// <summary>Where the form begins to ask for words.</summary>
    public ILocator Questions => visitor.Page.GetByText(visitor.Texts["Form.Name"], new() { Exact = true }).First;

    public ILocator Route(string route) =>
        visitor.Page.GetByRole(AriaRole.Radio, new() { Name = visitor.Texts[$"Route.{route}"], Exact = true });

    public Task OpenAsync(string country) => visitor.GoAsync($"{visitor.Campaign}/write/{country}");

    public async Task FillAsync(Writer writer, string? route = null)
    {
        if (route is not null)
        {
            await Route(route).CheckAsync();
        }

        await Name.FillAsync(writer.Name);
        if (await Email.IsVisibleAsync())
        {
            await Email.FillAsync(writer.Email);
        }

        await Place.FillAsync(writer.Place);
        await Paragraph.FillAsync(writer.Paragraph);
        await Consent.CheckAsync();
    }

    public async Task CheckAsync()
    {
        await CheckButton.ClickAsync();
        await Expect(visitor.Heading(visitor.Texts["Check.Title"])).ToBeVisibleAsync();
    }

    /// <summary>The form holds what the writer typed; of an e-mail address only where it was asked for.</summary>
    public async Task ExpectFilledAsync(Writer writer, bool withEmail = true)
    {
        await Expect(visitor.Heading(visitor.Texts["Write.Title"])).ToBeVisibleAsync();
        await Expect(Name).ToHaveValueAsync(writer.Name);
        await Expect(Place).ToHaveValueAsync(writer.Place);
        await Expect(Paragraph).ToHaveValueAsync(writer.Paragraph);
        if (withEmail)
        {
            await Expect(Email).ToHaveValueAsync(writer.Email);
        }
    }

    private ILocator Box(string key) => visitor.Page.GetByLabel(visitor.Texts[key], new() { Exact = true });
}
