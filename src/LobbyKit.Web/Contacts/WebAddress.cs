namespace LobbyKit.Web.Contacts;

/// <summary>What counts as the address of a page on the web.</summary>
public static class WebAddress
{
    public const int MaximumLength = 1000;

    /// <summary>Absolute, http or https, of a host with a name, without a login in it.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaximumLength
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or '\\')
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.HostNameType == UriHostNameType.Dns
        && address.UserInfo.Length == 0
        && address.IdnHost.Contains('.', StringComparison.Ordinal)
        && !address.IdnHost.EndsWith('.')
        && !address.IdnHost.Contains("..", StringComparison.Ordinal);
}
