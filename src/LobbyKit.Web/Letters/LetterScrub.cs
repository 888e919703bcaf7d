namespace LobbyKit.Web.Letters;

/// <summary>Takes away what tells who wrote. What stays: country, language, route, state and dates.</summary>
internal static class LetterScrub
{
    public static void Apply(Letter letter)
    {
        letter.SealedContent = null;
        letter.AddressFingerprint = null;
        letter.OneLetterKey = null;
        letter.ConfirmTokenHash = null;
    }
}
