namespace LobbyKit.Web.Campaigns;

/// <summary>How much of a letter a supporter may write.</summary>
public enum SupporterEditing
{
    Nothing,
    OwnParagraph,
}
