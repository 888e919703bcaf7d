namespace LobbyKit.Web.Campaigns.Images;

/// <summary>A picture without its bytes: what a page needs to show it.</summary>
public sealed record ShownImage(int Id, string Hash, ImageType Type, int Width, int Height, int Size, int Revision, IReadOnlyList<CampaignImageText> Texts)
{
    public bool IsHeavy => Size > ImageLimits.HeavyBytes;

    /// <summary>The text in the asked language, else in the campaign's source language.</summary>
    public CampaignImageText? TextFor(string language, string sourceLanguage) =>
        Texts.FirstOrDefault(t => t.Language == language) ?? Texts.FirstOrDefault(t => t.Language == sourceLanguage);
}
