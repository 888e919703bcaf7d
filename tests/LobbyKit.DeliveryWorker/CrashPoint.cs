namespace LobbyKit.DeliveryWorker;

/// <summary>Where the process ends, as if it were killed. The two in the middle of a conversation are the mail server's to find.</summary>
public enum CrashPoint
{
    Never,

    /// <summary>The claim is written, and not committed.</summary>
    Claiming,

    /// <summary>The claim is committed; nothing was sent.</summary>
    Claimed,

    /// <summary>The mail server has accepted; nobody has written that down.</summary>
    Accepted,

    /// <summary>The outcome is written, and not committed.</summary>
    Recording,

    /// <summary>The outcome is committed; the next e-mail is not begun.</summary>
    Recorded,

    /// <summary>The outcomes are committed; that their e-mails and letters are done with is written, and not committed.</summary>
    Settling,
}
