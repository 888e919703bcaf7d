using System.Text.RegularExpressions;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>Takes addresses out of what a mail server said: it may have repeated a supporter's.</summary>
public static partial class MaskedAddresses
{
    public const string Mask = "[address]";

    public static string In(string words) => Address().Replace(words, Mask);

    /// <summary>Everything up to the next blank on both sides of an @, also of one in disguise, and a quoted part before it.</summary>
    [GeneratedRegex("""(?:"[^"]*")?[^\s"]*(?:@|%40|＠|=40|\(at\))\S*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
