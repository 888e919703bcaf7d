using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Addresses;

/// <summary>Makes the absolute addresses that leave the site: in e-mails, in letters, for sharing.</summary>
public sealed class PublicAddress(IOptions<SiteOptions> options, IServer server)
{
    public string Campaign(string language, string slug) => $"{Root}/{language}/campaigns/{slug}";

    public string Confirm(string language, string token) => $"{Root}/{language}/letters/{token}/confirm";

    public string Receipt(string language, string token) => $"{Root}/{language}/letters/{token}";

    /// <summary>Makes the first admin.</summary>
    public string SetUp(string token) => $"{Root}/account/set-up/{token}";

    public string Invitation(string token) => $"{Root}/account/invitation/{token}";

    public string PasswordReset(int accountId, string token) => $"{Root}/account/new-password/{accountId.ToString(CultureInfo.InvariantCulture)}/{token}";

    /// <summary>An office, for admins.</summary>
    public string Contact(int id) => $"{Root}/admin/contacts/{id.ToString(CultureInfo.InvariantCulture)}";

    public string Workspace() => $"{Root}/organise";

    /// <summary>Where admins look after delivery.</summary>
    public string Delivery() => $"{Root}/admin/delivery";

    // In Development nobody has to say where the application listens: it knows.
    private string Root => (options.Value.PublicUrl.Length > 0
        ? options.Value.PublicUrl
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost")
        .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).TrimEnd('/');
}
