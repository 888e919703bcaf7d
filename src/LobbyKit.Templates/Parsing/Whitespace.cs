namespace LobbyKit.Templates.Parsing;

/// <summary>White space control, as Scriban does it.</summary>
internal static class Whitespace
{
    /// <summary>What is left of the text between two tags.</summary>
    /// <param name="source">The template.</param>
    /// <param name="start">Where the text begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="after">What the tag before it takes away.</param>
    /// <param name="before">What the tag behind it takes away.</param>
    public static (int Start, int End) Trim(string source, int start, int end, WhitespaceTrim after, WhitespaceTrim before)
    {
        if (after != WhitespaceTrim.None)
        {
            while (start < end && char.IsWhiteSpace(source[start]))
            {
                start++;
                if (after == WhitespaceTrim.Line && source[start - 1] == '\n')
                {
                    break;
                }
            }
        }

        if (before != WhitespaceTrim.None)
        {
            while (start < end && char.IsWhiteSpace(source[end - 1]) && (before == WhitespaceTrim.All || source[end - 1] != '\n'))
            {
                end--;
            }
        }

        return (start, end);
    }
}
