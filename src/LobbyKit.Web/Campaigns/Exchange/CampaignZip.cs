using System.IO.Compression;
using LobbyKit.Web.Campaigns.Seeding;

namespace LobbyKit.Web.Campaigns.Exchange;

/// <summary>A campaign as one file: a zip with one folder, laid out as those in <c>data/campaigns/</c>.</summary>
public static class CampaignZip
{
    /// <summary>The largest zip: the pictures do not pack, the rest does.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    // Folders, and what computers add by themselves, come on top of a campaign's files.
    private const int MostEntries = CampaignFiles.MostFiles + 1000;
    private const int ShownNameLength = 100;

    // The earliest that a zip can say; a campaign's file is the same whenever it is made.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same files give the same bytes.</summary>
    public static byte[] Write(string slug, CampaignFiles files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files.All)
            {
                // Not packed: what packing makes of a file changes with the platform's version.
                var entry = archive.CreateEntry($"{slug}/{path}", CompressionLevel.NoCompression);
                entry.LastWriteTime = NoTime;
                entry.ExternalAttributes = Convert.ToInt32("100644", 8) << 16;
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return zip.ToArray();
    }

    /// <summary>Takes a zip as a whole or not at all.</summary>
    /// <exception cref="FileProblemException">Something in it is not as it should be.</exception>
    public static CampaignFiles Read(byte[] zip)
    {
        var archive = Open(zip);
        foreach (var entry in archive.Entries)
        {
            if (Problem(entry) is { } problem)
            {
                throw Wrong(entry.Name, problem);
            }
        }

        var own = archive.Entries.Where(e => !IsOfTheComputer(e.Name)).ToList();
        if (own.FirstOrDefault(e => !e.Name.Contains('/', StringComparison.Ordinal)) is { } loose)
        {
            throw Wrong(loose.Name, "it is in no folder. Zip the campaign's folder, not the files in it.");
        }

        var folders = own.Select(e => e.Name.Split('/')[0]).Distinct(StringComparer.Ordinal).ToList();
        if (folders.Count != 1)
        {
            throw Wrong("", folders.Count == 0 ? "There is nothing in the zip." : $"The zip has {folders.Count} folders in it, and a campaign is one: {Shown(string.Join(", ", folders))}.");
        }

        var files = new CampaignFiles();
        foreach (var entry in own.Where(e => !e.IsFolder))
        {
            var path = entry.Name[(folders[0].Length + 1)..];
            files.CheckRoom(path, entry.Size);
            files.Add(path, Known(path) ? Unpack(archive, entry) : []);
        }

        return files;
    }

    // What is no part of a campaign is not even unpacked: adding it is what refuses it.
    private static bool Known(string path) => CampaignFiles.KindOf(path) != CampaignFileKind.Unknown;

    private static byte[] Unpack(ZipArchiveFile archive, ZipEntry entry)
    {
        try
        {
            return archive.Unpack(entry, CampaignFiles.MostFileBytes);
        }
        catch (InvalidDataException problem)
        {
            throw Wrong(entry.Name, problem.Message);
        }
    }

    private static ZipArchiveFile Open(byte[] zip)
    {
        try
        {
            return zip.Length <= MostBytes
                ? ZipArchiveFile.Open(zip, MostEntries)
                : throw new InvalidDataException($"The zip is too large; it can have {MostBytes / (1024 * 1024)} MB.");
        }
        catch (InvalidDataException problem)
        {
            throw Wrong("", problem.Message);
        }
    }

    private static string? Problem(ZipEntry entry)
    {
        var parts = entry.Name.TrimEnd('/').Split('/');
        return entry.Name.Any(char.IsControl) || entry.Name.Contains('\\', StringComparison.Ordinal) || entry.Name.Contains(':', StringComparison.Ordinal)
                || parts.Any(p => p is "" or "." or "..")
                ? "its name leads out of the campaign's folder."
            : entry.IsEncrypted ? "it is locked with a password. Make the zip without one."
            : entry.IsSpecial ? "it is a link to another file. There can be files and folders only."
            : entry.IsFolder && entry.Size > 0 ? "it is a folder and a file at once."
            : null;
    }

    // Names that the programs of macOS and Windows put beside the files by themselves. They are not looked into.
    private static bool IsOfTheComputer(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/')[^1] is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private static FileProblemException Wrong(string name, string sentence) => new(new FileProblem(Shown(name), "", sentence));

    private static string Shown(string name)
    {
        var plain = new string([.. name.Select(c => char.IsControl(c) ? '?' : c)]);
        return plain.Length > ShownNameLength ? plain[..ShownNameLength] + "…" : plain;
    }
}
