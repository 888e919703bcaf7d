namespace LobbyKit.Web.Contacts;

/// <summary>One contact of a change in bulk.</summary>
/// <param name="ContactId">Null for an office that is added.</param>
/// <param name="Revision">The contact's <see cref="Contact.Revision"/> that the values were made from.</param>
/// <param name="Values">Tidied and found right, see <see cref="ContactRules"/>.</param>
internal sealed record ContactBulkChange(int? ContactId, int Revision, ContactValues Values)
{
    /// <summary>The contact, once it is written.</summary>
    public Contact? Contact { get; set; }

    /// <summary>As it was; null for an office that was added.</summary>
    public ContactSnapshot? Before { get; set; }
}
