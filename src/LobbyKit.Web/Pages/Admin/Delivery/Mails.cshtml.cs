using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Desk;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Admin.Delivery;

/// <summary>E-mails in the outbox, and what to do with those that are ticked or with all that are found.</summary>
public sealed class MailsModel(MailSearch search, TimeProvider clock) : FilterPageModel
{
    /// <summary>The place in the list that this part of it begins after.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public MailList List { get; private set; } = null!;

    public MailChoices Choices { get; private set; } = null!;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What can be done with what is found, apart from what a worker takes meanwhile.</summary>
    public IReadOnlyList<MailAction> Actions => Filter.Standing switch
    {
        MailStanding.Waiting or MailStanding.PutOff => [MailAction.Retry, MailAction.Hold, MailAction.Drop],
        MailStanding.Due => [MailAction.Hold, MailAction.Drop],
        MailStanding.Held => [MailAction.Release, MailAction.Drop],
        _ => [],
    };

    public static IEnumerable<(string Value, string Text)> States => Enum.GetValues<MailStanding>().Select(s => (s.ToString(), DeskWords.Of(s)));

    public static IEnumerable<(string Value, string Text)> Kinds => Enum.GetValues<MailKind>().Select(k => (k.ToString(), DeskWords.Of(k))).Prepend(("", "Any"));

    public static IEnumerable<(string Value, string Text)> Ages =>
        [("", "Any"), ("1", "Over 1 hour"), ("6", "Over 6 hours"), ("24", "Over 1 day"), ("72", "Over 3 days"), ("120", "Over 5 days")];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Choices = await search.ChoicesAsync(cancellationToken);
        List = await search.ReadAsync(Filter, MailPlace.Parse(After), cancellationToken);
    }

    public static IEnumerable<(string Value, string Text)> Any(IEnumerable<KeyValuePair<int, string>> names) => names.Select(n => ($"{n.Key}", n.Value)).Prepend(("", "Any"));

    /// <summary>The same question's next part.</summary>
    public Dictionary<string, string> RouteTo(MailPlace place) => new(Narrowing) { ["after"] = place.ToString() };
}
