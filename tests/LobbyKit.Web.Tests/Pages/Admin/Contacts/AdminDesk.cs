using LobbyKit.Templates;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts;

/// <summary>The application with two admins, who use its pages in browsers that run no scripts.</summary>
public sealed class AdminDesk : IAsyncLifetime
{
    public const string Ada = "ada@campaign.example";
    public const string Ben = "ben@campaign.example";
    public const string OfficialPage = "https://www.government.example/contact";

    public TestApplication Application { get; } = new();

    public async Task InitializeAsync()
    {
        await Application.AddAccountAsync(AccountRoles.Admin, Ada);
        await Application.AddAccountAsync(AccountRoles.Admin, Ben);
    }

    public async Task DisposeAsync() => await Application.DisposeAsync();

    internal static async Task<Visitor> SignInAsync(TestApplication application, string email)
    {
        var browser = new Visitor(application);
        await browser.OpenAsync("/en/account/sign-in");
        browser.Fill("E-mail address", email);
        browser.Fill("Password", TestApplication.Password);
        await browser.PressAsync("Sign in");
        return browser;
    }

    internal Task<Visitor> SignInAsync(string email) => SignInAsync(Application, email);

    /// <summary>A contact as it is now, with channels.</summary>
    public Task<Contact> ContactAsync(int id) =>
        Application.WithDatabaseAsync(db => db.Contacts.AsNoTracking().Include(c => c.Channels).SingleAsync(c => c.Id == id));

    public Task<AddressChange?> WaitingAsync(int contactId) => Application.WithDatabaseAsync(
        db => db.AddressChanges.AsNoTracking().SingleOrDefaultAsync(c => c.ContactId == contactId && c.State == AddressChangeState.Waiting));

    /// <summary>An office that no other test knows, with an e-mail address and a web form.</summary>
    public async Task<Contact> AddContactAsync(string office, string countryCode = "IS", Action<Contact>? change = null)
    {
        var contact = new Contact
        {
            CountryCode = countryCode,
            CountryName = countryCode == "IS" ? "Iceland" : countryCode,
            Role = ContactRole.HeadOfGovernment,
            Office = office,
            Languages = ["en"],
            Salutation = "Dear Prime Minister",
            SourceUrl = OfficialPage,
            CreatedAt = Application.Clock.GetUtcNow().UtcDateTime,
        };
        contact.Channels.Add(new ContactChannel { Kind = ChannelKind.Email, Address = $"office{Guid.NewGuid():N}@government.example" });
        contact.Channels.Add(new ContactChannel { Kind = ChannelKind.WebForm, Address = "https://www.government.example/form" });
        change?.Invoke(contact);
        contact.RefreshSearchText();
        await Application.ChangeDatabaseAsync(async db => await db.Contacts.AddAsync(contact));
        return contact;
    }
}
