namespace LobbyKit.Web.Commands;

/// <summary>Something that the executable does and ends, instead of serving pages. Neither the web server nor delivery runs meanwhile.</summary>
public interface ICommand
{
    /// <summary>One or two words, such as "audit verify".</summary>
    string Name { get; }

    /// <summary>Name and arguments, as one types them.</summary>
    string Usage { get; }

    /// <summary>In a sentence.</summary>
    string Summary { get; }

    /// <summary>The options that it knows, such as --json. One that takes a value ends in an equals sign.</summary>
    IReadOnlyList<string> Options { get; }

    /// <summary>How many words it needs besides its options.</summary>
    int Words { get; }

    /// <returns>The exit code: 0 for well, 1 where something is wrong.</returns>
    Task<int> RunAsync(CommandArguments arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken);
}
