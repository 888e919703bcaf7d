namespace LobbyKit.Web.Letters;

/// <summary>Where a letter is in its life. <see cref="LetterLife"/> holds the allowed moves.</summary>
public enum LetterState
{
    /// <summary>Waits for its supporter: for the button in the confirmation, or for "I sent it".</summary>
    AwaitingConfirmation,

    /// <summary>Never confirmed in time.</summary>
    Expired,

    /// <summary>Taken back by its supporter before it went out.</summary>
    Withdrawn,

    /// <summary>Quarantined by an abuse rule.</summary>
    Held,

    /// <summary>Confirmed; in the outbox.</summary>
    Queued,

    /// <summary>In a worker's hand, for a second or longer.</summary>
    Sending,

    /// <summary>Refused for the time being; goes out again by itself.</summary>
    Retrying,

    /// <summary>Taken by the office's mail server.</summary>
    Accepted,

    /// <summary>Refused for good, or tried for as long as the schedule allows.</summary>
    Rejected,

    /// <summary>Taken first, reported undeliverable later.</summary>
    Bounced,

    /// <summary>The office wrote back.</summary>
    Answered,

    /// <summary>Delivered by the supporter's own hand, as they say.</summary>
    Reported,
}
