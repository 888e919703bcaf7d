using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery.Mailbox;

/// <summary>What the demo mailbox took, a file each, newest first. The oldest make room when there are too many.</summary>
public sealed partial class MailboxStore(IOptions<MailOptions> options, IHostEnvironment environment, TimeProvider clock)
{
    public const int Most = 2000;

    private const string Extension = ".eml";
    private readonly Lock gate = new();
    private int? kept;

    private string Folder => Path.GetFullPath(options.Value.DemoMailboxFolder, environment.ContentRootPath);

    /// <summary>Returns when it is on the disk.</summary>
    public async Task<string> SaveAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var id = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture)
            + "-" + Guid.NewGuid().ToString("N")[..8];
        var path = PathOf(id);
        Directory.CreateDirectory(Folder);
        var unfinished = path + ".part";
        await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true))
        {
            await file.WriteAsync(message, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
        MakeRoom();
        return id;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<string> Ids() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*" + Extension)
            .Select(f => Path.GetFileNameWithoutExtension(f)).Where(IsId).OrderDescending(StringComparer.Ordinal)]
        : [];

    /// <summary>Null where there is none of that id.</summary>
    public async Task<ReadableMail?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!IsId(id))
        {
            return null;
        }

        try
        {
            return ReadableMail.Parse(id, await File.ReadAllBytesAsync(PathOf(id), cancellationToken));
        }
        catch (IOException)
        {
            // Made room for another one between listing and reading.
            return null;
        }
    }

    public void DeleteAll()
    {
        lock (gate)
        {
            Delete(Ids());
            kept = null;
        }
    }

    private void MakeRoom()
    {
        lock (gate)
        {
            kept = kept is { } before ? before + 1 : Ids().Count;
            if (kept > Most)
            {
                Delete(Ids().Skip(Most));
                kept = Most;
            }
        }
    }

    private void Delete(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            File.Delete(PathOf(id));
        }
    }

    private string PathOf(string id) => Path.Combine(Folder, id + Extension);

    private static bool IsId(string text) => Id().IsMatch(text);

    [GeneratedRegex(@"\A\d{8}T\d{9}-[0-9a-f]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
