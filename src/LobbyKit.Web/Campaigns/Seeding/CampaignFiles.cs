using System.Text;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>
/// The files of one campaign by their path in its folder, wherever the folder is: on disk, in a zip, or about to be written. Only what a
/// campaign consists of, and only so much of it.
/// </summary>
public sealed partial class CampaignFiles
{
    public const string Settings = "campaign.md";

    /// <summary>More than a letter for each country and language of the largest campaign.</summary>
    public const int MostFiles = 1000;

    public const int MostFileBytes = 1024 * 1024;

    public const int MostBytes = 24 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, byte[]> All => files;

    public long Bytes { get; private set; }

    public static CampaignFileKind KindOf(string path) => path == Settings ? CampaignFileKind.Settings
        : Translation().IsMatch(path) ? CampaignFileKind.Translation
        : Letter().IsMatch(path) ? CampaignFileKind.Letter
        : Image().IsMatch(path) ? CampaignFileKind.Image
        : CampaignFileKind.Unknown;

    /// <summary>The files of a folder on disk; what is no part of a campaign is left where it is.</summary>
    /// <exception cref="FileProblemException">There are too many, or one is too large.</exception>
    public static CampaignFiles OfFolder(string folder)
    {
        var files = new CampaignFiles();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (KindOf(name) != CampaignFileKind.Unknown)
            {
                files.Add(name, File.ReadAllBytes(path));
            }
        }

        return files;
    }

    /// <exception cref="FileProblemException">It does not belong to a campaign, is there already, or is too much.</exception>
    public void Add(string path, byte[] bytes)
    {
        CheckRoom(path, bytes.Length);
        if (KindOf(path) == CampaignFileKind.Unknown)
        {
            throw new FileProblemException(new FileProblem(
                path, "", "no campaign has such a file. There can be campaign.md, campaign.<language>.md, letters/<language>.scriban and pictures in images/."));
        }

        if (!names.Add(path))
        {
            throw new FileProblemException(new FileProblem(path, "", "there are two files of this name; capital and small letters count as the same."));
        }

        files[path] = bytes;
        Bytes += bytes.Length;
    }

    public void Add(string path, string text) => Add(path, Utf8.GetBytes(text));

    /// <exception cref="FileProblemException">So many more bytes would be too much.</exception>
    public void CheckRoom(string path, long bytes)
    {
        var problem = files.Count >= MostFiles ? FormattableString.Invariant($"a campaign can have {MostFiles:N0} files at most.")
            : bytes > MostFileBytes ? $"a file can have {MostFileBytes / (1024 * 1024)} MB at most."
            : Bytes + bytes > MostBytes ? $"all files together can have {MostBytes / (1024 * 1024)} MB at most."
            : null;
        if (problem is not null)
        {
            throw new FileProblemException(new FileProblem(path, "", problem));
        }
    }

    public IEnumerable<string> Of(CampaignFileKind kind) => files.Keys.Where(path => KindOf(path) == kind);

    public bool Has(string path) => files.ContainsKey(path);

    /// <exception cref="FileProblemException">The file is not there, or is no UTF-8 text.</exception>
    public string Text(string path)
    {
        if (!files.TryGetValue(path, out var bytes))
        {
            throw new FileProblemException(new FileProblem(path, "", $"{path} is not there."));
        }

        try
        {
            var text = Utf8.GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new FileProblemException(new FileProblem(path, "", "this is no text."))
                : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }
        catch (DecoderFallbackException)
        {
            throw new FileProblemException(new FileProblem(path, "", "this is no UTF-8 text. Save it as UTF-8."));
        }
    }

    [GeneratedRegex(@"\Acampaign\.[^./\\:]{1,40}\.md\z", RegexOptions.CultureInvariant)]
    private static partial Regex Translation();

    [GeneratedRegex(@"\Aletters/[^./\\:]{1,40}\.scriban\z", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\Aimages/[A-Za-z0-9_-]{1,80}\.(png|jpg|jpeg|webp)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Image();
}
