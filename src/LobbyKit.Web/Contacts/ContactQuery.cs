using LobbyKit.Templates;

namespace LobbyKit.Web.Contacts;

/// <summary>What is asked of the list of contacts. What is left out is not asked for.</summary>
public sealed record ContactQuery
{
    /// <summary>Words, in any order, each of which has to be somewhere in it; accents and case do not matter.</summary>
    public string Text { get; init; } = "";

    public string CountryCode { get; init; } = "";

    public ContactRole? Role { get; init; }

    /// <summary>That it can be reached by.</summary>
    public ChannelKind? Channel { get; init; }

    public ContactCheck? Check { get; init; }

    /// <summary>Only those whose server refuses letters.</summary>
    public bool Bouncing { get; init; }

    public Confidence? Confidence { get; init; }

    /// <summary>The retired ones instead of those in use.</summary>
    public bool Retired { get; init; }

    public ContactSort Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}
