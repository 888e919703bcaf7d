using System.Text.RegularExpressions;
using AngleSharp.Dom;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Application;

/// <summary>Goes the supporter's way through the pages, step by step, as one supporter.</summary>
internal sealed partial class LetterWriter(TestApplication application, Supporter? supporter = null) : IDisposable
{
    public const string CheckButton = "Check my letter";
    public const string SendButton = "This is right: send me the link";
    public const string ConfirmButton = "Send my letter";

    public Supporter Supporter { get; } = supporter ?? Supporter.New();

    public Visitor Browser { get; } = new(application);

    public Inbox Inbox { get; } = new(application);

    /// <summary>The secret in the address of the receipt.</summary>
    public string ReceiptToken { get; private set; } = "";

    public string ReceiptAddress => $"/en/letters/{ReceiptToken}";

    public IElement ConsentBox => Browser.Page.GetElementById("Form_Consent")!;

    /// <summary>The letter that the page shows: the one that is sent, not the one beside it for its writer to read.</summary>
    private IElement ShownLetter =>
        Browser.Page.QuerySelector("[aria-labelledby=letter-title] .letter, #preview > .letter") ?? Browser.Page.QuerySelector(".letter, .sheet")!;

    public string ShownSubject => ShownLetter.QuerySelector(".letter-subject")!.TextContent;

    public string ShownBody => ShownLetter.QuerySelector(".letter-body")!.TextContent;

    public string ShownLanguage => ShownLetter.GetAttribute("lang")!;

    public Task OpenFormAsync(string country, int? to = null) =>
        Browser.OpenAsync($"{TestApplication.Campaign}/write/{country}{(to is null ? "" : $"?to={to}")}");

    public void FillIn()
    {
        Browser.Fill("Your name", Supporter.Name);
        if (Browser.HasLabel("Your e-mail address"))
        {
            Browser.Fill("Your e-mail address", Supporter.Email);
        }

        Browser.Fill("Your town (you may leave it empty)", Supporter.Place);
        Browser.Fill("Your own paragraph (you may leave it empty)", Supporter.PersonalMessage);
        Browser.Tick(ConsentBox);
    }

    public async Task CheckAsync(string country = "DE", int? to = null)
    {
        await OpenFormAsync(country, to);
        FillIn();
        await Browser.PressAsync(CheckButton);
        Assert.Equal("Check your letter", Browser.Heading);
    }

    /// <summary>Writes and sends it on: what remains is the confirmation.</summary>
    public async Task SubmitAsync(string country = "DE", int? to = null)
    {
        await CheckAsync(country, to);
        await Browser.PressAsync(SendButton);
        RememberReceipt();
    }

    public void RememberReceipt() => ReceiptToken = ReceiptPath().Match(Browser.Address).Groups[1].Value is { Length: > 0 } token
        ? token
        : throw new InvalidOperationException($"{Browser.Address} is no receipt. It says: {Browser.MainText}");

    public async Task<string> ConfirmAddressAsync() =>
        ConfirmPath().Match((await Inbox.WaitForConfirmationAsync(Supporter.Email)).Text).Value;

    /// <summary>Opens the link in the confirmation and presses the button.</summary>
    public async Task ConfirmAsync()
    {
        await Browser.OpenAsync(await ConfirmAddressAsync());
        await Browser.PressAsync(ConfirmButton);
    }

    /// <summary>Everything until the office has it.</summary>
    public async Task DeliverAsync(string country = "DE")
    {
        await SubmitAsync(country);
        await ConfirmAsync();
        await WaitForStateAsync(LetterState.Accepted);
    }

    public Task<Letter> LetterAsync() => application.WithDatabaseAsync(db =>
    {
        var hash = SecretTokens.Hash(ReceiptToken);
        return db.Letters.AsNoTracking().Include(l => l.Sealed).Include(l => l.Events).SingleAsync(l => l.ReceiptTokenHash == hash);
    });

    public async Task<List<OutboxMail>> OutboxAsync(MailKind kind)
    {
        var id = (await LetterAsync()).Id;
        return await application.WithDatabaseAsync(db => db.Outbox.AsNoTracking().Include(m => m.Sealed).Where(m => m.LetterId == id && m.Kind == kind).ToListAsync());
    }

    public Task<Letter> WaitForStateAsync(LetterState state) => Wait.ForAsync($"the state {state}", async () =>
        await LetterAsync() is var letter && letter.State == state ? letter : null);

    public Task OpenReceiptAsync() => Browser.OpenAsync(ReceiptAddress);

    public void Dispose() => Browser.Dispose();

    [GeneratedRegex("^/en/letters/([A-Za-z0-9_-]{43})$")]
    private static partial Regex ReceiptPath();

    [GeneratedRegex("/en/letters/[A-Za-z0-9_-]{43}/confirm")]
    private static partial Regex ConfirmPath();
}
