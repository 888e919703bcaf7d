namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>Reads a campaign from a folder on disk, to be open at once: it has to be complete.</summary>
public static class CampaignFolder
{
    public const string Author = "seed";

    /// <exception cref="InvalidDataException">Something in the folder is not as it should be; the message names file and reason.</exception>
    public static Campaign Read(string folder, DateTime nowUtc)
    {
        try
        {
            var reading = CampaignReader.Read(CampaignFiles.OfFolder(folder), nowUtc, Author);
            if (reading.Problems.Concat(reading.Gaps).FirstOrDefault() is { } wrong)
            {
                throw new FileProblemException(wrong);
            }

            reading.Campaign!.State = CampaignState.Open;
            return reading.Campaign;
        }
        catch (FileProblemException wrong)
        {
            throw new InvalidDataException(Path.Combine(folder, wrong.Message), wrong);
        }
    }
}
