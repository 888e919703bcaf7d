using LobbyKit.Templates;

namespace LobbyKit.Web.Campaigns;

/// <summary>A problem, and in which of the two texts it is.</summary>
/// <param name="Part">"Subject" or "Body".</param>
/// <param name="Problem">Where and what.</param>
public sealed record LetterProblem(string Part, Problem Problem)
{
    public static IReadOnlyList<LetterProblem> Of(string subject, string body) =>
    [
        .. LetterLanguage.Parse(subject).Problems.Select(p => new LetterProblem("Subject", p)),
        .. LetterLanguage.Parse(body).Problems.Select(p => new LetterProblem("Body", p)),
    ];
}
