using LobbyKit.Web.Audit;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Admin.Audit;

/// <summary>The whole log, narrowed by a filter, and the state of its chain.</summary>
public sealed class IndexModel(AuditHistory history, AuditVerification verification) : FilterPageModel
{
    /// <summary>Entries older than this one: the page's place in the log.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public IReadOnlyList<(int AccountId, string Name)> Actors { get; private set; } = [];

    /// <summary>Null for the last page.</summary>
    public long? Older { get; private set; }

    /// <summary>Null until it is asked for: following the whole chain takes its time.</summary>
    public AuditVerdict? Verdict { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await history.ReadAsync(ReadFilter(), Before, AuditHistory.PageSize + 1, cancellationToken);
        Entries = [.. found.Take(AuditHistory.PageSize)];
        Older = found.Count > AuditHistory.PageSize ? Entries[^1].Id : null;
        Actors = await history.ActorsAsync(cancellationToken);
    }

    public async Task OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        Verdict = await verification.RunAsync(knownHead: null, cancellationToken);
        await OnGetAsync(cancellationToken);
    }

    public Dictionary<string, string> RouteTo(long before)
    {
        var route = Narrowing;
        route[nameof(Before)] = $"{before}";
        return route;
    }
}
