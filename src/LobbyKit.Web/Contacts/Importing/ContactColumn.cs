namespace LobbyKit.Web.Contacts.Importing;

/// <summary>A column of a list of contacts.</summary>
/// <param name="Name">As our own files head it: web_form_url.</param>
/// <param name="Field">The property of <see cref="ContactValues"/>, by whose name <see cref="ContactRules"/> speaks of it.</param>
/// <param name="Read">Takes the value out.</param>
/// <param name="Write">Gives the same values with another one in it.</param>
/// <param name="Words">What other people's files call it, folded (<see cref="FoldedText"/>).</param>
/// <param name="Fixed">Whether one value can be given for the whole file, for rows that have none.</param>
public sealed record ContactColumn(
    string Name,
    string Field,
    Func<ContactValues, string> Read,
    Func<ContactValues, string, ContactValues> Write,
    IReadOnlyList<string> Words,
    bool Fixed = false);
