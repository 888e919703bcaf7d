namespace LobbyKit.Web.Campaigns;

/// <summary>What organisers write of a campaign in one language. See <see cref="CampaignText"/> for what each means.</summary>
public sealed record CampaignWords(
    string Title,
    string Summary,
    string Demand,
    string Story,
    string EventName,
    string EventPlace,
    string ConsentWording,
    string PhoneScript,
    string WritingTips,
    string ShareText)
{
    public static CampaignWords Of(CampaignText text) => new(
        text.Title, text.Summary, text.Demand, text.Story, text.EventName, text.EventPlace, text.ConsentWording, text.PhoneScript, text.WritingTips, text.ShareText);

    internal void ApplyTo(CampaignText text)
    {
        text.Title = Title;
        text.Summary = Summary;
        text.Demand = Demand;
        text.Story = Story;
        text.EventName = EventName;
        text.EventPlace = EventPlace;
        text.ConsentWording = ConsentWording;
        text.PhoneScript = PhoneScript;
        text.WritingTips = WritingTips;
        text.ShareText = ShareText;
    }

    internal CampaignText ToText(string language)
    {
        var text = new CampaignText
        {
            Language = language,
            Title = Title,
            Summary = Summary,
            Demand = Demand,
            Story = Story,
            EventName = EventName,
            EventPlace = EventPlace,
            ConsentWording = ConsentWording,
        };
        ApplyTo(text);
        return text;
    }
}
