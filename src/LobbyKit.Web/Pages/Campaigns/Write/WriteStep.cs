namespace LobbyKit.Web.Pages.Campaigns.Write;

public enum WriteStep
{
    /// <summary>The form, with the letter as it is so far.</summary>
    Fill,

    /// <summary>The exact letter, to be sent or changed.</summary>
    Check,
}
