namespace LobbyKit.Web.Letters;

/// <summary>What became of pressing the button in a confirmation.</summary>
public enum ConfirmResult
{
    /// <summary>The letter is in the outbox: now, or since an earlier press.</summary>
    Confirmed,

    /// <summary>From this address a letter to this office is already on its way or delivered.</summary>
    AlreadyWritten,

    /// <summary>It can no longer be confirmed: withdrawn, erased, or too late.</summary>
    TooLate,
}
