namespace LobbyKit.Templates;

/// <summary>The engines of this build.</summary>
public static class LetterRenderers
{
    /// <summary>Every engine, the one to use first: Scriban where the build has it, then the letter language's own.</summary>
    public static IReadOnlyList<ILetterRenderer> All { get; } =
    [
#if LOBBYKIT_FULL
        new ScribanRenderer(),
#endif
        new LetterEvaluator(),
    ];

    /// <summary>The engine to use.</summary>
    public static ILetterRenderer Default => All[0];
}
