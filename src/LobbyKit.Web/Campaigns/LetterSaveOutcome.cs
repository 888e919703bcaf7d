namespace LobbyKit.Web.Campaigns;

public enum LetterSaveOutcome
{
    /// <summary>There is a new version.</summary>
    Saved,

    /// <summary>The text is that of the latest version; there is no new one.</summary>
    Unchanged,

    /// <summary>Somebody else saved in the meantime. Nothing was saved.</summary>
    SomebodySaved,
}
