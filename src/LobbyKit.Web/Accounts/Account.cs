using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Accounts;

/// <summary>An organiser or an admin. Signs in with an e-mail address, which is the user name too.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>The name that colleagues see.</summary>
    [PersonalData]
    public string DisplayName { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    /// <summary>Since when an admin lets nobody sign in with it; null while they may.</summary>
    public DateTime? DisabledAt { get; set; }
}
