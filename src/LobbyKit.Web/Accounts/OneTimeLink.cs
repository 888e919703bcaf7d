namespace LobbyKit.Web.Accounts;

/// <summary>A secret address that makes one account, once, for a while.</summary>
public sealed class OneTimeLink
{
    public int Id { get; set; }

    public OneTimeLinkPurpose Purpose { get; set; }

    /// <summary>SHA-256 of the secret.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Whom it was sent to; empty for the set-up link, which is printed.</summary>
    public string Email { get; set; } = "";

    /// <summary>The role of the account that it makes, see <see cref="AccountRoles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>The campaign whose team the account joins; null for none.</summary>
    public int? CampaignId { get; set; }

    /// <summary>Who invited; null for the set-up link.</summary>
    public int? CreatedById { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? UsedAt { get; set; }
}
