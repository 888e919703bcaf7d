using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Accounts;

internal static class AccountStores
{
    /// <summary>The tables with passkeys.</summary>
    public static void Configure(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
