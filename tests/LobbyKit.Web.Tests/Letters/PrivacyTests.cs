using System.Text;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Letters;

/// <summary>What is left on the disk and in the log of who wrote what: nothing that can be read without the keys.</summary>
public sealed class PrivacyTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    // The organisers' text is public: only what the letter has beyond it is the supporter's.
    private static readonly string Template =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data/campaigns/keep-hope-alive/letters/de.scriban"));

    private readonly TestApplication application = running.Application;

    [Fact]
    public async Task Neither_files_nor_log_tell_who_wrote_what()
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        var confirmToken = (await writer.ConfirmAddressAsync()).Split('/')[3];
        await writer.ConfirmAsync();
        await writer.WaitForStateAsync(LetterState.Accepted);
        await writer.OpenReceiptAsync();
        using var unfinished = new LetterWriter(application);
        await unfinished.SubmitAsync();

        AssertUnreadable(Secrets(writer, confirmToken, writer.ShownBody));
        AssertUnreadable(Secrets(unfinished, await ConfirmTokenAsync(unfinished), unfinished.ShownBody));
    }

    [Fact]
    public async Task An_erased_letter_leaves_nothing_that_the_keys_could_open()
    {
        using var writer = new LetterWriter(application);
        await writer.DeliverAsync();
        await writer.OpenReceiptAsync();
        var sealedBefore = (await writer.LetterAsync()).Sealed!.Content;
        await writer.Browser.PressAsync("Erase everything now");
        await CheckpointAsync();

        var rest = File.ReadAllBytes(application.DatabaseFile);
        Assert.False(Contains(rest, sealedBefore.AsSpan(40, 60).ToArray()), "The sealed letter is still in the database's file.");
    }

    [Fact]
    public void The_keys_live_apart_from_the_database_and_only_their_owner_reads_them()
    {
        var keys = Path.Combine(application.Folder, "keys");
        _ = application.Address;

        Assert.NotEmpty(Directory.EnumerateFiles(keys, "key-*.xml"));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(application.DatabaseFile)!, "*.xml", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
        }
    }

    private static List<string> Secrets(LetterWriter writer, string confirmToken, string body) =>
    [
        writer.Supporter.Name, writer.Supporter.Email, writer.Supporter.Place, .. writer.Supporter.PersonalMessage.Split("\n\n"),
        writer.ReceiptToken, confirmToken, .. body.Split('\n').Where(line => line.Length > 20 && !Template.Contains(line, StringComparison.Ordinal)),
    ];

    private static async Task<string> ConfirmTokenAsync(LetterWriter writer) => (await writer.ConfirmAddressAsync()).Split('/')[3];

    private void AssertUnreadable(List<string> secrets)
    {
        Assert.True(secrets.Count > 6);
        var files = Directory.EnumerateFiles(application.Folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.StartsWith(Path.Combine(application.Folder, "mailbox"), StringComparison.Ordinal)).ToList();
        Assert.Contains(application.DatabaseFile, files);
        Assert.Contains(application.DatabaseFile + "-wal", files);
        var log = string.Join('\n', application.LogLines);
        foreach (var secret in secrets)
        {
            Assert.All(files, file => Assert.False(Holds(Read(file), secret), $"{Path.GetFileName(file)} has “{secret}”."));
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static bool Holds(byte[] bytes, string text) =>
        Contains(bytes, Encoding.UTF8.GetBytes(text)) || Contains(bytes, Encoding.Unicode.GetBytes(text));

    private static bool Contains(byte[] bytes, byte[] wanted) => bytes.AsSpan().IndexOf(wanted) >= 0;

    private async Task CheckpointAsync() => await application.WithDatabaseAsync(async db =>
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return "";
    });
}
