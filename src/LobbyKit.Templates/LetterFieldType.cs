namespace LobbyKit.Templates;

/// <summary>What a field holds, and so what can be done with it.</summary>
public enum LetterFieldType
{
    /// <summary>Text; counts as true in a condition if it is not empty.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day in the Gregorian calendar.</summary>
    Date,

    /// <summary>One of a closed set of words, for <c>case</c> and comparisons; never printed.</summary>
    Choice,
}
