using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Campaigns;

/// <summary>The last part of a campaign's address.</summary>
public static partial class CampaignSlug
{
    public const int Length = 60;

    public static bool IsValid(string? text) => text is { Length: <= Length } && Form().IsMatch(text);

    /// <summary>A slug made of a title. A title in another script than the Latin one gives <c>campaign</c>.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                slug.Append(letter);
            }
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’') && slug is [.., not '-'])
            {
                slug.Append('-');
            }
        }

        // Room for a number behind it.
        var text = (slug.Length > Length - 5 ? slug.ToString(0, Length - 5) : slug.ToString()).Trim('-');
        return text.Length == 0 ? "campaign" : text;
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
