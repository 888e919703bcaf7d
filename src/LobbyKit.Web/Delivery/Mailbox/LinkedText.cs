using System.Text.RegularExpressions;

namespace LobbyKit.Web.Delivery.Mailbox;

/// <summary>Finds the web addresses in a plain text, so that a page can make links of them and of nothing else.</summary>
public static partial class LinkedText
{
    /// <summary>The whole text in order; what is an address is marked.</summary>
    public static IEnumerable<(string Text, bool IsAddress)> Split(string text)
    {
        var done = 0;
        foreach (Match match in WebAddress().Matches(text))
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '\'');
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            {
                continue;
            }

            if (match.Index > done)
            {
                yield return (text[done..match.Index], false);
            }

            yield return (address, true);
            done = match.Index + address.Length;
        }

        if (done < text.Length)
        {
            yield return (text[done..], false);
        }
    }

    [GeneratedRegex(@"\bhttps?://[^\s<>""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WebAddress();
}
