namespace LobbyKit.Web.Campaigns;

/// <summary>What is asked for a new campaign.</summary>
/// <param name="Title">Its title, in its source language.</param>
/// <param name="Slug">The last part of its address; null to make one of the title.</param>
/// <param name="Language">BCP 47 tag of its source language.</param>
/// <param name="EventName">The event, in the source language.</param>
/// <param name="EventPlace">Where it takes place, in the source language.</param>
/// <param name="EventStarts">Its first day.</param>
/// <param name="EventEnds">Its last day.</param>
/// <param name="EventTimeZone">IANA time zone of the place.</param>
public sealed record NewCampaign(
    string Title, string? Slug, string Language, string EventName, string EventPlace, DateOnly EventStarts, DateOnly EventEnds, string EventTimeZone);
