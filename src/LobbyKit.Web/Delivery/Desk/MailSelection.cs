namespace LobbyKit.Web.Delivery.Desk;

/// <summary>Which e-mails something is to be done with: these, or all that a filter finds.</summary>
/// <param name="Ids">Empty for all that the filter finds.</param>
/// <param name="Filter">Counts where no ids are given.</param>
public sealed record MailSelection(IReadOnlyList<long> Ids, MailFilter Filter);
