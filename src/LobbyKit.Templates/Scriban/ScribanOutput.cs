using LobbyKit.Templates.Rendering;
using Scriban.Runtime;

namespace LobbyKit.Templates.Scriban;

/// <summary>Hands what Scriban writes to the writer that both engines share, which knows the longest letter.</summary>
internal sealed class ScribanOutput : IScriptOutput
{
    private readonly LetterWriter _writer = new();

    public void Write(string text, int offset, int count) => _writer.Write(text.AsSpan(offset, count));

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    public override string ToString() => _writer.ToString();
}
