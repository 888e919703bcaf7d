using LobbyKit.Web.Campaigns;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>Two versions side by side.</summary>
public sealed record ComparisonView(
    string BeforeName, string AfterName, string Language, IReadOnlyList<ComparedLine> Subject, IReadOnlyList<ComparedLine> Body)
{
    public bool IsSame => !Subject.Any(l => l.IsChanged) && !Body.Any(l => l.IsChanged);

    public static ComparisonView Of(
        string beforeName, (string Subject, string Body) before, string afterName, (string Subject, string Body) after, string language) =>
        new(beforeName, afterName, language, VersionComparison.Of(before.Subject, after.Subject), VersionComparison.Of(before.Body, after.Body));
}
