namespace LobbyKit.Web.Delivery.Returns;

/// <summary>One row of a table of phrases.</summary>
/// <param name="Phrase">In lower case, with single blanks.</param>
/// <param name="Status">The RFC 3463 code that it stands for; its class tells a final failure (4, 5) from one that is still tried.</param>
internal sealed record BounceForm(string Phrase, string Status);
