namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>A page that has the questions of a contact on it.</summary>
public interface IContactFormPage
{
    ContactForm Form { get; }

    /// <summary>The suggestion that the answers begin with; null for none.</summary>
    long? Suggestion { get; }
}
