using System.Text;

namespace LobbyKit.Templates.Rendering;

/// <summary>Collects a letter and stops at its longest length. Both engines write through it.</summary>
internal sealed class LetterWriter
{
    private readonly StringBuilder _text = new();

    /// <exception cref="LetterTooLongException">The letter would pass its longest length.</exception>
    public void Write(ReadOnlySpan<char> text)
    {
        if (text.Length > LetterLimits.LetterLength - _text.Length)
        {
            throw new LetterTooLongException();
        }

        _text.Append(text);
    }

    public override string ToString() => _text.ToString();
}
