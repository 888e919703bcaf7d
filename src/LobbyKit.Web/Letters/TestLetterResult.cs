namespace LobbyKit.Web.Letters;

public enum TestLetterResult
{
    /// <summary>It is in the outbox.</summary>
    Sent,

    /// <summary>The account's address is an office's: a test never goes to a government.</summary>
    IsOffice,

    /// <summary>The account has no address that mail can be sent to.</summary>
    NoAddress,

    /// <summary>The version has problems, or is too long with this sample.</summary>
    HasProblems,
}
