namespace LobbyKit.Web.Delivery.Mailbox;

/// <summary>The argument of MAIL and RCPT: <c>FROM:&lt;address&gt; PARAMETER=VALUE …</c></summary>
internal static class SmtpPath
{
    private const int Longest = 256;

    public static bool TryParse(string argument, string prefix, bool mayBeEmpty, out string path, out string[] parameters)
    {
        (path, parameters) = ("", []);
        if (!argument.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = argument[prefix.Length..].TrimStart(' ');
        var end = rest.IndexOf('>', StringComparison.Ordinal);
        if (rest.Length == 0 || rest[0] != '<' || end < 0 || end > Longest)
        {
            return false;
        }

        path = rest[1..end];
        parameters = rest[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return path.Length == 0
            ? mayBeEmpty
            : path.Contains('@', StringComparison.Ordinal) && !path.Any(c => c is '<' or ' ' || char.IsControl(c));
    }
}
