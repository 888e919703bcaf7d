namespace LobbyKit.Web.Accounts;

/// <summary>Somebody with an account, as admins see them.</summary>
/// <param name="Account">Not tracked.</param>
/// <param name="Role">Of the two, the one that can do more; empty for none.</param>
/// <param name="CampaignIds">The teams they are on.</param>
/// <param name="Passkeys">How many they have.</param>
public sealed record Person(Account Account, string Role, IReadOnlyList<int> CampaignIds, int Passkeys)
{
    public bool IsDisabled => Account.DisabledAt is not null;

    public bool HasSecondFactor => Account.TwoFactorEnabled || Passkeys > 0;
}
