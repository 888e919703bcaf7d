using System.Globalization;
using System.Text;

namespace LobbyKit.Templates.Rendering;

/// <summary>What the functions do; both engines call these. An empty text is null, going in and coming out.</summary>
internal static class TextFunctions
{
    /// <summary>What Scriban, too, writes where it leaves something out.</summary>
    public const string DefaultMark = "...";

    /// <summary>Scriban takes any text but null for true. So that an empty field is false in both engines, no text is ever empty.</summary>
    public static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    public static string? Apply(string function, string? text, LetterCulture culture) => function switch
    {
        "string.upcase" => text is null ? null : culture.TextInfo.ToUpper(text),
        "string.downcase" => text is null ? null : culture.TextInfo.ToLower(text),
        "string.capitalize" => text is null ? null : Capitalize(text, culture),
        "string.strip" => NullIfEmpty(text?.Trim()),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Not a function of a text alone."),
    };

    public static string Apply(string function, DateOnly date, LetterCulture culture) => function switch
    {
        "date.long" => culture.Long(date),
        "date.full" => culture.Full(date),
        "date.day_month" => culture.DayAndMonth(date),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Not a function of a date."),
    };

    /// <summary>At most <paramref name="length"/> characters, the mark included; never half a text element of Unicode.</summary>
    public static string? Truncate(string? text, int length, string mark)
    {
        if (text is null || text.Length <= length)
        {
            return text;
        }

        int room = Math.Max(0, length - mark.Length);
        int cut = 0;
        while (cut < room)
        {
            int element = StringInfo.GetNextTextElementLength(text.AsSpan(cut));
            if (cut + element > room)
            {
                break;
            }

            cut += element;
        }

        return NullIfEmpty(string.Concat(text.AsSpan(0, cut), mark));
    }

    private static string Capitalize(string text, LetterCulture culture)
    {
        if (Rune.DecodeFromUtf16(text, out Rune first, out int length) != System.Buffers.OperationStatus.Done)
        {
            return text;
        }

        Rune upper = Rune.ToUpper(first, culture.Culture);
        return upper == first ? text : upper.ToString() + text[length..];
    }
}
