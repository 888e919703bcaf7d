using LobbyKit.Web.Pages.Organise.Letters;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>Told to the second of two editors.</summary>
/// <param name="By">The first one's name.</param>
/// <param name="At">When they saved.</param>
/// <param name="Changes">What they changed.</param>
public sealed record EditConflict(string By, DateTime? At, IReadOnlyList<FieldChange> Changes)
{
    public string Sentence =>
        $"Not saved yet: {(By.Length > 0 ? By : "somebody")} saved{(At is { } at ? $" at {LetterText.Time(at)}" : "")}, while you were writing. Nothing of yours is lost.";
}
