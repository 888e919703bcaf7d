namespace LobbyKit.Web.Delivery;

/// <summary>Where a contact's letters go at this moment.</summary>
/// <param name="OfficeId">The contact itself, or the one that it was merged into.</param>
/// <param name="CountryCode">The office's.</param>
/// <param name="Address">Its e-mail address.</param>
public sealed record OfficeAddress(int OfficeId, string CountryCode, string Address);
