using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>How far supporters come, step by step: visits as counted, then letters.</summary>
/// <param name="Since">The first day of which visits are counted; null while there are none.</param>
/// <param name="All">The whole campaign.</param>
/// <param name="Countries">Each country, the most forms opened first. Nobody has chosen one yet when the appeal is seen.</param>
public sealed record JourneyFigures(DateOnly? Since, JourneySteps All, IReadOnlyList<(string CountryCode, JourneySteps Steps)> Countries)
{
    private static readonly LetterState[] Unconfirmed =
        [LetterState.AwaitingConfirmation, LetterState.Expired, LetterState.Withdrawn, LetterState.Held];

    private static readonly LetterState[] Arrived = [LetterState.Accepted, LetterState.Answered, LetterState.Reported];

    public static async Task<JourneyFigures> OfAsync(
        LobbyKitDbContext db, int campaignId, LetterFigures letters, CancellationToken cancellationToken)
    {
        var counts = await db.JourneyCounts.AsNoTracking().Where(c => c.CampaignId == campaignId)
            .GroupBy(c => new { c.CountryCode, c.Step })
            .Select(g => new { g.Key.CountryCode, g.Key.Step, Visits = g.Sum(c => c.Visits), First = g.Min(c => c.Day) })
            .ToListAsync(cancellationToken);
        var visits = counts.ToDictionary(c => (c.CountryCode, c.Step), c => c.Visits);
        var byState = letters.CountryStates;
        var countries = visits.Keys.Select(k => k.CountryCode).Where(c => c.Length > 0).Union(byState.Keys)
            .Select(code => (CountryCode: code, Steps: Steps(code)))
            .OrderByDescending(c => c.Steps.FormOpened).ThenByDescending(c => c.Steps.HandedIn).ThenBy(c => c.CountryCode, StringComparer.Ordinal)
            .ToList();
        return new JourneyFigures(
            counts.Count > 0 ? counts.Min(c => c.First) : null,
            new JourneySteps(
                visits.GetValueOrDefault(("", JourneyStep.AppealSeen)),
                countries.Sum(c => c.Steps.FormOpened), countries.Sum(c => c.Steps.LetterChecked), countries.Sum(c => c.Steps.HandedIn),
                countries.Sum(c => c.Steps.Confirmed), countries.Sum(c => c.Steps.Arrived)),
            countries);

        JourneySteps Steps(string code)
        {
            var states = byState.GetValueOrDefault(code) ?? new Dictionary<LetterState, int>();
            return new JourneySteps(
                AppealSeen: 0,
                visits.GetValueOrDefault((code, JourneyStep.FormOpened)),
                visits.GetValueOrDefault((code, JourneyStep.LetterChecked)),
                states.Values.Sum(),
                states.Where(s => !Unconfirmed.Contains(s.Key)).Sum(s => s.Value),
                states.Where(s => Arrived.Contains(s.Key)).Sum(s => s.Value));
        }
    }
}
