using LobbyKit.Web.Contacts.Importing;

namespace LobbyKit.Web.Commands;

/// <summary>For those who keep their lists in files: what <see cref="ContactImportCommand"/> does, under its name.</summary>
internal sealed class ContactsImportCommand(IServiceScopeFactory scopes) : ICommand
{
    public string Name => "contacts import";

    public string Usage => "contacts import FILE [--dry-run] [--json] [--as-of=DAY] [--columns=NAME=HEADING,…] [--set=NAME=VALUE,…] [--skip-invalid] [--overwrite-verified]";

    public string Summary => "Brings a list of contacts (CSV) into the database, all of it or nothing. --dry-run only says what would be done.";

    public IReadOnlyList<string> Options => ["--dry-run", "--json", "--as-of=", "--columns=", "--set=", "--skip-invalid", "--overwrite-verified"];

    public int Words => 1;

    public async Task<int> RunAsync(CommandArguments arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ContactImportCommand>().RunAsync(
            [.. arguments.Words, .. arguments.Options.Select(o => o.Value.Length > 0 ? $"{o.Key}={o.Value}" : o.Key)], output, errors, cancellationToken);
    }
}
