namespace LobbyKit.Web.Campaigns;

/// <summary>A line of one text beside its line in the other. A side that has no such line is null.</summary>
/// <param name="BeforeNumber">The line's number in the text before, from 1; 0 where it has none.</param>
/// <param name="Before">The line there.</param>
/// <param name="AfterNumber">The line's number in the text after, from 1; 0 where it has none.</param>
/// <param name="After">The line there.</param>
public sealed record ComparedLine(int BeforeNumber, IReadOnlyList<ComparedText>? Before, int AfterNumber, IReadOnlyList<ComparedText>? After)
{
    public bool IsChanged => Before is null || After is null || Before.Any(t => t.IsChanged) || After.Any(t => t.IsChanged);

    /// <summary>One word for what became of the line; empty where it stayed.</summary>
    public string Kind => !IsChanged ? "" : Before is null ? "added" : After is null ? "removed" : "changed";
}
