using System.Net;
using System.Text;

namespace LobbyKit.Web.Delivery.Mime;

/// <summary>The words of an HTML text, for who reads plain text only. Goes through it once, from its start to its end.</summary>
internal static class HtmlText
{
    private static readonly string[] Unseen = ["style", "script", "head", "title"];
    private static readonly string[] Breaks = ["br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol", "hr"];

    /// <returns>Lines end in LF; never two empty ones together.</returns>
    public static string Of(string html)
    {
        var text = new StringBuilder();
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            Append(text, html.AsSpan(at, (open < 0 ? html.Length : open) - at));
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            var tag = Name(html.AsSpan(open + 1, close - open - 1));
            at = close + 1;
            if (Array.Find(Unseen, u => tag.Equals(u, StringComparison.OrdinalIgnoreCase)) is { } unseen)
            {
                var end = html.IndexOf("</" + unseen, at, StringComparison.OrdinalIgnoreCase);
                at = end < 0 ? html.Length : end;
            }
            else if (Array.Exists(Breaks, b => tag.TrimStart('/').Equals(b, StringComparison.OrdinalIgnoreCase)))
            {
                text.Append('\n');
            }
        }

        var lines = WebUtility.HtmlDecode(text.ToString()).Split('\n').Select(l => l.Replace('\u00a0', ' ').Trim());
        return string.Join('\n', lines.Aggregate(new List<string>(), (kept, line) =>
        {
            if (line.Length > 0 || (kept.Count > 0 && kept[^1].Length > 0))
            {
                kept.Add(line);
            }

            return kept;
        })).Trim();
    }

    // Line breaks of the source are blanks; those of the text are tags.
    private static void Append(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        var end = 0;
        while (end < tag.Length && end < 20 && (char.IsAsciiLetterOrDigit(tag[end]) || (end == 0 && tag[end] == '/')))
        {
            end++;
        }

        return tag[..end].ToString();
    }
}
