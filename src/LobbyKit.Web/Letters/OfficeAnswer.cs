namespace LobbyKit.Web.Letters;

/// <summary>What an office wrote back to the campaign's address.</summary>
/// <param name="FromAddress">Where an answer to it goes.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="Text">Plain; lines end in LF.</param>
/// <param name="Attachments">Names of the files with it, which are not passed on.</param>
public sealed record OfficeAnswer(string FromAddress, string Subject, string Text, IReadOnlyList<string> Attachments);
