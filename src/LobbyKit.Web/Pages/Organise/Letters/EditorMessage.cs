using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>What the editor says of the thing just done.</summary>
public sealed record EditorMessage(string Text, bool IsWarning)
{
    public static EditorMessage None { get; } = new("", false);

    /// <param name="done">saved, published or unchanged.</param>
    /// <param name="latest">The version that was just made, or would have been.</param>
    /// <param name="published">What supporters get; null for nothing.</param>
    public static EditorMessage Done(string? done, LetterTemplateVersion latest, LetterTemplateVersion? published) => done switch
    {
        "saved" => Plain($"Version {latest.Number} is saved. {(published is null ? "It is not published yet." : $"Supporters still get version {published.Number}.")}"),
        "published" when published is not null => Plain($"Version {published.Number} is published: supporters get it from now on."),
        "unchanged" => Plain($"Nothing has changed since version {latest.Number}."),
        _ => None,
    };

    public static EditorMessage NotPublished(LetterTemplateVersion latest) => new($"Version {latest.Number} is saved, but not published:", true);

    public static EditorMessage SomebodySaved(LetterTemplateVersion latest, int startedFrom) => new(
        $"Not saved yet: {LetterText.Author(latest.CreatedBy)} saved version {latest.Number} at {LetterText.Time(latest.CreatedAt)}, "
        + $"while you were writing from version {startedFrom}. Nothing of yours is lost.",
        true);

    public static EditorMessage Tested(TestLetterResult result, LetterTemplateVersion latest, bool isSaved, string email) => result switch
    {
        TestLetterResult.Sent when isSaved => Plain($"A test of version {latest.Number} is on its way to {email}."),
        TestLetterResult.Sent => Plain($"A test of version {latest.Number} is on its way to {email}. What you changed since is not in it: save it first."),
        TestLetterResult.IsOffice => new($"{email} is the address of an office. Tests never go to a government.", true),
        TestLetterResult.HasProblems => new($"Version {latest.Number} has problems; nothing was sent.", true),
        _ => new("Your account has no address that mail can be sent to.", true),
    };

    private static EditorMessage Plain(string text) => new(text, false);
}
