using LobbyKit.Web.Accounts;
using LobbyKit.Web.Delivery.Desk;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Admin.Delivery;

/// <summary>How delivery stands, and the switches for all of it.</summary>
public sealed class IndexModel(DeliveryDesk desk, LaneDesk lanes, OwnAccount own) : LanePageModel(lanes, own)
{
    public DeliveryOverview Overview { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Overview = await desk.LookAsync(cancellationToken);

    /// <summary>For the script that keeps the page fresh.</summary>
    public async Task<PartialViewResult> OnGetFiguresAsync(CancellationToken cancellationToken) => Partial("_Figures", await desk.LookAsync(cancellationToken));
}
