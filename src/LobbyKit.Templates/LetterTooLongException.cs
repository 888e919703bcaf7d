namespace LobbyKit.Templates;

/// <summary>A letter would have become longer than <see cref="LetterLimits.LetterLength"/>. Nothing was rendered.</summary>
public sealed class LetterTooLongException : Exception
{
    public LetterTooLongException()
        : this($"The letter is longer than {LetterLimits.LetterLength} characters.")
    {
    }

    public LetterTooLongException(string message)
        : base(message)
    {
    }

    public LetterTooLongException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
