namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>Ends the reading of one file.</summary>
public sealed class FileProblemException(FileProblem problem) : Exception(problem.ToString())
{
    public FileProblem Problem { get; } = problem;
}
