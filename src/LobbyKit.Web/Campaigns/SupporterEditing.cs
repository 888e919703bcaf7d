namespace LobbyKit.Web.Campaigns;

/// <summary>How much of a letter a supporter may write.</summary>
public enum SupporterEditing
{
    Nothing,
    OwnParagraph,

    /// <summary>Subject and text of the whole letter, besides the own paragraph.</summary>
    Everything,
}
