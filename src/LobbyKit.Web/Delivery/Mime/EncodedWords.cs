using System.Text;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Delivery.Mime;

/// <summary>Text in headers that is not ASCII: <c>=?utf-8?B?…?=</c> (RFC 2047).</summary>
internal static partial class EncodedWords
{
    public static string Decode(string header) => Words().Replace(header, words =>
    {
        // A character may be cut by the end of a word, so words that stand side by side are put together as bytes.
        var text = new StringBuilder();
        var bytes = new List<byte>();
        var charset = "";
        foreach (Match word in Word().Matches(words.Value))
        {
            if (!word.Groups[1].Value.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
                charset = word.Groups[1].Value;
            }

            AddBytes(bytes, word.Groups[2].Value, word.Groups[3].Value);
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            text.Append(TransferCoding.Charset(charset).GetString([.. bytes]));
            bytes.Clear();
        }
    });

    private static void AddBytes(List<byte> bytes, string encoding, string text)
    {
        if (encoding is "B" or "b")
        {
            bytes.AddRange(TransferCoding.FromBase64(text));
        }
        else
        {
            TransferCoding.AddQuoted(bytes, text.Replace('_', ' '));
        }
    }

    [GeneratedRegex(@"=\?([^?\s*]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?\s]*)\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=(?:\s+=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
