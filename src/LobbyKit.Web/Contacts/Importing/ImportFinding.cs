using System.Text.Json.Serialization;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>What is to be said of one value of a row.</summary>
/// <param name="Column">The column's name in our own files, such as web_form_url; of an unknown one its place or name in the file.</param>
/// <param name="Before">The value in use; empty where there is none, or the row is new or wrong.</param>
/// <param name="After">The file's value.</param>
/// <param name="Reason">What is wrong with it, or why it has to be decided; empty for a plain change.</param>
/// <param name="IsConflict">Whether an admin has to say which of the two is right.</param>
public sealed record ImportFinding(
    [property: JsonPropertyName("c")] string Column,
    [property: JsonPropertyName("b")] string Before,
    [property: JsonPropertyName("a")] string After,
    [property: JsonPropertyName("r")] string Reason = "",
    [property: JsonPropertyName("x")] bool IsConflict = false);
