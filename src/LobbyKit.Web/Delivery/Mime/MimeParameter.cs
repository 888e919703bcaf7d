using System.Text;

namespace LobbyKit.Web.Delivery.Mime;

/// <summary>What follows the value of a header: <c>; name=value; name="value"</c>, and <c>name*=utf-8''v%20alue</c> (RFC 2231).</summary>
internal static class MimeParameter
{
    /// <returns>Empty where it is missing.</returns>
    public static string Find(string header, string name)
    {
        var extended = "";
        foreach (var parameter in Split(header))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                continue;
            }

            var (key, value) = (parameter[..equals].Trim(), parameter[(equals + 1)..].Trim());
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Unquote(value);
            }

            if (key.Length == name.Length + 1 && key[^1] == '*' && key.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                extended = Decode(Unquote(value));
            }
        }

        return extended;
    }

    // A semicolon within quotes divides nothing.
    private static IEnumerable<string> Split(string header)
    {
        var (start, quoted) = (header.IndexOf(';', StringComparison.Ordinal) + 1, false);
        if (start == 0)
        {
            yield break;
        }

        for (var i = start; i <= header.Length; i++)
        {
            if (i == header.Length || (header[i] == ';' && !quoted))
            {
                yield return header[start..i];
                start = i + 1;
            }
            else if (header[i] == '\\' && quoted)
            {
                i++;
            }
            else if (header[i] == '"')
            {
                quoted = !quoted;
            }
        }
    }

    private static string Unquote(string value)
    {
        if (value.Length == 0 || value[0] != '"')
        {
            var end = value.AsSpan().IndexOfAny(' ', '\t');
            return end < 0 ? value : value[..end];
        }

        var text = new StringBuilder();
        for (var i = 1; i < value.Length && value[i] != '"'; i++)
        {
            i += value[i] == '\\' && i + 1 < value.Length ? 1 : 0;
            text.Append(value[i]);
        }

        return text.ToString();
    }

    /// <returns>One character a byte of its UTF-8, as every header here.</returns>
    private static string Decode(string value)
    {
        var parts = value.Split('\'', 3);
        if (parts.Length < 3)
        {
            return value;
        }

        var bytes = new List<byte>();
        TransferCoding.AddEscaped(bytes, parts[2], '%');
        return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(TransferCoding.Charset(parts[0]).GetString([.. bytes])));
    }
}
