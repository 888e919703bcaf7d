using System.Text;

namespace LobbyKit.Web.Contacts;

/// <summary>Names of roles and the like as files and the letter language write them: <c>head_of_government</c>.</summary>
public static class SnakeCase
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var text = new StringBuilder();
        var name = value.ToString();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <exception cref="FormatException">The text is none of the names; the message lists them.</exception>
    public static TEnum Parse<TEnum>(string text)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (Of(value) == text)
            {
                return value;
            }
        }

        throw new FormatException($"\"{text}\" is none of {string.Join(", ", Enum.GetValues<TEnum>().Select(Of))}.");
    }
}
