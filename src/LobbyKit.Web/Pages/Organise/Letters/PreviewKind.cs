namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>How the preview shows a letter.</summary>
public enum PreviewKind
{
    Page,
    Phone,
    Print,
    Mail,
}
