namespace LobbyKit.Templates;

/// <summary>The rules that a template can break. Names are stable: they may be stored and translated.</summary>
public enum ProblemCode
{
    /// <summary>The template is longer than <see cref="LetterLimits.TemplateBytes"/>.</summary>
    TemplateTooLong,

    /// <summary>A character that does not belong in a letter, e.g. NUL, half a surrogate pair, a right-to-left override.</summary>
    ForbiddenCharacter,

    /// <summary><c>{{</c> without <c>}}</c>.</summary>
    UnclosedTag,

    /// <summary><c>}}</c> without <c>{{</c>.</summary>
    StrayClose,

    /// <summary>A tag of another template language, or of a part of Scriban that is not in: <c>{% … %}</c>, <c>{%{ … }%}</c>.</summary>
    ForeignTag,

    /// <summary>A tag with nothing in it.</summary>
    EmptyTag,

    /// <summary>A character or operator that means nothing here.</summary>
    UnexpectedCharacter,

    /// <summary>A word, value or operator where another was expected.</summary>
    UnexpectedWord,

    /// <summary>A quoted text without its closing quote on the same line.</summary>
    UnclosedText,

    /// <summary>A backslash followed by something that is not an escape.</summary>
    BadEscape,

    /// <summary>A number that is not a plain whole number.</summary>
    BadNumber,

    /// <summary>A name that is not a field.</summary>
    UnknownField,

    /// <summary>A name that is not a function.</summary>
    UnknownFunction,

    /// <summary>
    /// A construct of Scriban that is not in the letter language, e.g. <c>for</c>, <c>include</c>, an assignment, arithmetic.
    /// </summary>
    NotInLanguage,

    /// <summary>A second instruction in the same tag.</summary>
    SecondInstruction,

    /// <summary>An opening parenthesis without a closing one.</summary>
    UnclosedParenthesis,

    /// <summary>Parentheses deeper than <see cref="LetterLimits.ParenthesesDepth"/>.</summary>
    ParenthesesTooDeep,

    /// <summary>More than <see cref="LetterLimits.ExpressionParts"/> operators, parentheses and pipes in one tag.</summary>
    ExpressionTooLong,

    /// <summary>More than <see cref="LetterLimits.FunctionCalls"/> function calls.</summary>
    TooManyFunctions,

    /// <summary>
    /// Blocks deeper than <see cref="LetterLimits.BlockDepth"/>, or more than <see cref="LetterLimits.OpenBranches"/> open
    /// branches.
    /// </summary>
    BlocksTooDeep,

    /// <summary><c>if</c> or <c>case</c> without <c>end</c>.</summary>
    UnclosedBlock,

    /// <summary><c>end</c>, <c>else</c> or <c>when</c> outside the block it belongs to, or in the wrong order.</summary>
    MisplacedBranch,

    /// <summary><c>case</c> without <c>when</c>.</summary>
    CaseWithoutWhen,

    /// <summary>Text between <c>case</c> and the first <c>when</c>, which is never printed.</summary>
    TextBeforeWhen,

    /// <summary>A <c>when</c> that can never be reached.</summary>
    UnreachableWhen,

    /// <summary>Two values that cannot be compared.</summary>
    CannotCompare,

    /// <summary>A choice field compared with a text outside its set.</summary>
    NotAChoice,

    /// <summary>A date field compared with a text that is not an ISO 8601 date.</summary>
    BadDate,

    /// <summary>A comparison with the empty text.</summary>
    ComparedWithEmpty,

    /// <summary>A value that is neither true nor false where a condition is needed.</summary>
    NotACondition,

    /// <summary>A value that must not be printed: a yes/no answer, or the code of a choice.</summary>
    NotPrintable,

    /// <summary>A function that gets a value of the wrong type, or the wrong arguments.</summary>
    BadArgument,

    /// <summary>More than <see cref="LetterLimits.Problems"/> problems: the rest is not reported.</summary>
    TooManyProblems,
}
