namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>What is wrong with a file of a campaign.</summary>
/// <param name="File">Its path within the campaign's folder; empty where it is about no single file.</param>
/// <param name="Place">"line 5, column 4"; empty where it is about the file as a whole.</param>
/// <param name="Sentence">What is wrong, in a plain sentence.</param>
public sealed record FileProblem(string File, string Place, string Sentence)
{
    public override string ToString() => File.Length == 0 ? Sentence
        : Place.Length == 0 ? $"{File}: {Sentence}"
        : $"{File}, {Place}: {Sentence}";
}
