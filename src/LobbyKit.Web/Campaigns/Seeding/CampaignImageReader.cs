using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Infrastructure.Forms;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>Reads the pictures that a campaign's settings list. Every one is taken apart as if it were uploaded.</summary>
internal sealed class CampaignImageReader(CampaignFiles files, DateTime nowUtc, List<FileProblem> problems)
{
    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);

    /// <summary>Adds the pictures to the campaign.</summary>
    /// <returns>Gives a listed file's hash; empty for no file.</returns>
    public Func<string, string> Read(CampaignHeader header, Campaign campaign)
    {
        if (header.Images.Count > ImageLimits.PerCampaign)
        {
            Wrong(CampaignFiles.Settings, $"images lists {header.Images.Count}; a campaign can have {ImageLimits.PerCampaign} pictures.");
            return _ => "";
        }

        foreach (var listed in header.Images)
        {
            if (CampaignFiles.KindOf(listed.File) != CampaignFileKind.Image || !files.Has(listed.File))
            {
                Wrong(CampaignFiles.Settings, $"images lists \"{listed.File}\", which is not there.");
            }
            else if (Clean(listed.File) is { } image && hashes.TryAdd(listed.File, image.Hash))
            {
                campaign.Images.Add(CampaignImage.Of(image, Alternatives(listed, campaign.SourceLanguage), nowUtc));
            }
        }

        foreach (var twice in campaign.Images.GroupBy(i => i.Hash).Where(g => g.Count() > 1))
        {
            Wrong(CampaignFiles.Settings, $"images has the same picture {twice.Count()} times.");
        }

        foreach (var unlisted in files.Of(CampaignFileKind.Image).Where(f => header.Images.All(i => i.File != f)))
        {
            Wrong(unlisted, $"{CampaignFiles.Settings} does not list it under images, with a text for those who cannot see it.");
        }

        return Hash;
    }

    private string Hash(string file)
    {
        if (file.Length == 0)
        {
            return "";
        }

        if (!hashes.TryGetValue(file, out var hash))
        {
            Wrong(CampaignFiles.Settings, $"\"{file}\" is not listed under images.");
        }

        return hash ?? "";
    }

    private CleanImage? Clean(string file)
    {
        try
        {
            var image = ImageCleaner.Clean(files.All[file]);
            var isNamedSo = file.Replace(".jpeg", ".jpg", StringComparison.Ordinal).EndsWith(ImageTypes.Extension(image.Type), StringComparison.Ordinal);
            return isNamedSo ? image : throw new InvalidDataException($"This is a {ImageTypes.Name(image.Type)} picture; its name has to end in {ImageTypes.Extension(image.Type)}.");
        }
        catch (InvalidDataException problem)
        {
            Wrong(file, problem.Message);
            return null;
        }
    }

    private SortedDictionary<string, string> Alternatives(CampaignHeaderImage listed, string sourceLanguage)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in listed.Alternative)
        {
            var line = TypedText.Line(text);
            if (line.Length is 0 or > ImageLimits.AlternativeLength)
            {
                Wrong(CampaignFiles.Settings, $"the alternative text of {listed.File} in \"{language}\" is empty or longer than {ImageLimits.AlternativeLength} characters.");
                continue;
            }

            texts[CampaignReader.Tag(CampaignFiles.Settings, language)] = line;
        }

        if (!texts.ContainsKey(sourceLanguage))
        {
            Wrong(CampaignFiles.Settings, $"{listed.File} has no alternative text in {sourceLanguage}: say what is in the picture for those who cannot see it.");
        }

        return texts;
    }

    private void Wrong(string file, string sentence) => problems.Add(new FileProblem(file, "", sentence));
}
