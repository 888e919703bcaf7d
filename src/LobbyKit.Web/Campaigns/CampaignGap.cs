namespace LobbyKit.Web.Campaigns;

/// <summary>Something that a campaign lacks before it should be published.</summary>
/// <param name="Place">Where it is mended.</param>
/// <param name="IsBlocking">Whether it keeps the campaign from being published; else it is a warning.</param>
/// <param name="Sentence">What is missing and what comes of it.</param>
public sealed record CampaignGap(GapPlace Place, bool IsBlocking, string Sentence)
{
    /// <summary>Codes of the countries that it is about, in the order of their names; empty where it is about none.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The same for each of several languages, by BCP 47 tag; empty where it is about one or none.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> ByLanguage { get; init; } = [];

    /// <summary>BCP 47 tag of the text's language, for <see cref="GapPlace.Text"/>.</summary>
    public string Language { get; init; } = "";

    /// <summary>For <see cref="GapPlace.Letter"/>.</summary>
    public int? LetterTemplateId { get; init; }
}
