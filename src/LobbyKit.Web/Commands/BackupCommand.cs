using LobbyKit.Web.Data.Backups;

namespace LobbyKit.Web.Commands;

internal sealed class BackupCommand(DatabaseBackup backup) : ICommand
{
    private const string Keys = "--keys";

    public string Name => "backup";

    public string Usage => "backup FOLDER [--keys OTHER-FOLDER]";

    public string Summary => "Copies the database into a folder, while LobbyKit runs, and reads the copy through. --keys copies the keys, which must lie somewhere else.";

    public IReadOnlyList<string> Options => [Keys + "="];

    public int Words => 1;

    public async Task<int> RunAsync(CommandArguments arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var file = await backup.RunAsync(arguments.Words[0], arguments.Value(Keys), cancellationToken);
        await output.WriteLineAsync($"Copied to {file} and read through."
            + (arguments.Has(Keys) ? $" The keys are in {Path.GetFullPath(arguments.Value(Keys)!)}." : " The keys are not in it: keep a copy of their folder somewhere else."));
        return 0;
    }
}
