namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>The question "which country do you write from?".</summary>
/// <param name="Slug">The campaign's.</param>
/// <param name="Typed">What was typed and not understood.</param>
/// <param name="Meant">Codes of the countries that it could mean.</param>
/// <param name="IsPreview">Shown, but cannot be answered.</param>
public sealed record CountryChoice(string Slug, string? Typed = null, IReadOnlyList<string>? Meant = null, bool IsPreview = false);
