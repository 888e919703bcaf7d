using System.IO.Compression;
using System.Text;

namespace LobbyKit.Web.Tests.Campaigns.Exchange;

/// <summary>Zips with what should not be in them.</summary>
internal static class TestZip
{
    public const string Slug = "keep-hope-alive";

    /// <summary>The files of the sample campaign, as they come with LobbyKit.</summary>
    public static Dictionary<string, byte[]> Sample()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", "campaigns", Slug);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => $"{Slug}/{Path.GetRelativePath(folder, f).Replace('\\', '/')}", File.ReadAllBytes);
    }

    public static Dictionary<string, byte[]> With(this Dictionary<string, byte[]> files, string path, string text) => files.With(path, Encoding.UTF8.GetBytes(text));

    public static Dictionary<string, byte[]> With(this Dictionary<string, byte[]> files, string path, byte[] bytes) => new(files) { [path] = bytes };

    public static Dictionary<string, byte[]> Changed(this Dictionary<string, byte[]> files, string path, string before, string after)
    {
        var text = Encoding.UTF8.GetString(files[path]);
        Assert.Contains(before, text, StringComparison.Ordinal);
        return files.With(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    public static byte[] Zip(this IEnumerable<KeyValuePair<string, byte[]>> files, Action<ZipArchiveEntry>? change = null)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
                change?.Invoke(entry);
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return zip.ToArray();
    }

    /// <summary>The same zip with a number in the directory's entry of a file changed, as no honest program writes it.</summary>
    /// <param name="zip">An honest one.</param>
    /// <param name="path">The file's.</param>
    /// <param name="at">Where in the entry.</param>
    /// <param name="bytes">What stands there then.</param>
    public static byte[] Lie(byte[] zip, string path, int at, params byte[] bytes)
    {
        var name = Encoding.UTF8.GetBytes(path);
        var lie = (byte[])zip.Clone();
        var entry = lie.AsSpan().LastIndexOf(name) - 46;
        Assert.True(lie.AsSpan(entry).StartsWith("PK\x01\x02"u8), "The entry was not found.");
        bytes.CopyTo(lie, entry + at);
        return lie;
    }
}
