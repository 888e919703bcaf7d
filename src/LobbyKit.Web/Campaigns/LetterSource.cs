namespace LobbyKit.Web.Campaigns;

/// <summary>The letter that a translation is made from.</summary>
/// <param name="Letter">The letter template in the campaign's source language.</param>
/// <param name="Current">What the translation should say: its published version, else its latest.</param>
/// <param name="Followed">The version that the translation says; null where that is not known.</param>
public sealed record LetterSource(LetterTemplate Letter, LetterTemplateVersion Current, LetterTemplateVersion? Followed)
{
    /// <summary>Whether the translation still has to take something over, as far as is known.</summary>
    public bool HasChanged => Followed is not null && (Followed.Subject != Current.Subject || Followed.Body != Current.Body);
}
