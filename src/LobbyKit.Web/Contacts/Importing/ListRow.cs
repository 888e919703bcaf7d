namespace LobbyKit.Web.Contacts.Importing;

/// <summary>One row of a file.</summary>
/// <param name="Line">On which it begins; the headings are on 1.</param>
/// <param name="Cells">One for each heading, as they stand there.</param>
/// <param name="Problem">Why the file is broken here; empty where it is not.</param>
internal sealed record ListRow(int Line, string[] Cells, string Problem = "");
