namespace LobbyKit.Templates;

/// <summary>
/// The bounds of the letter language. Together they make the work of one parse and of one rendering finite by
/// construction: nothing in a template repeats, so the work is at most the sum of its parts.
/// </summary>
public static class LetterLimits
{
    /// <summary>The longest template, in UTF-8 bytes.</summary>
    public const int TemplateBytes = 32 * 1024;

    /// <summary>
    /// The longest letter, in UTF-16 characters. A rendering that would pass it throws <see cref="LetterTooLongException"/>.
    /// </summary>
    public const int LetterLength = 64 * 1024;

    /// <summary>The longest value of a text field, in UTF-16 characters.</summary>
    public const int FieldLength = 500;

    /// <summary>The longest supporter's own paragraph, in UTF-16 characters.</summary>
    public const int PersonalMessageLength = 10_000;

    /// <summary>How deep <c>if</c> and <c>case</c> may be nested in each other.</summary>
    public const int BlockDepth = 16;

    /// <summary>
    /// How many branches (<c>if</c>, <c>else if</c>, <c>else</c>, <c>when</c>) may be open at one place, over all blocks
    /// around it. Scriban nests each branch in the one before it, and gives up at a depth of 250.
    /// </summary>
    public const int OpenBranches = 120;

    /// <summary>How deep parentheses may be nested in each other.</summary>
    public const int ParenthesesDepth = 16;

    /// <summary>How many operators, parentheses and pipes one tag may hold.</summary>
    public const int ExpressionParts = 48;

    /// <summary>How many functions one template may call, <c>pick</c> included.</summary>
    public const int FunctionCalls = 100;

    /// <summary>The most characters that <c>string.truncate</c> can be told to keep: it has to look at each of them.</summary>
    public const int TruncateLength = 5_000;

    /// <summary>How many texts one <c>pick</c> may choose between.</summary>
    public const int PickChoices = 20;

    /// <summary>How many problems one parse reports before it stops.</summary>
    public const int Problems = 50;
}
