using LobbyKit.Web.Accounts;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Delivery.Lanes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Delivery;

/// <summary>A page from which lanes are paused, resumed and tried.</summary>
public abstract class LanePageModel(LaneDesk lanes, OwnAccount own) : PageModel
{
    protected LaneDesk Lanes => lanes;

    public Task<IActionResult> OnPostPauseAsync(LaneKind? kind, string? key, CancellationToken cancellationToken) => AtAsync(
        kind, key, async lane => await lanes.PauseAsync(lane, await ByAsync(own, User), cancellationToken)
            ? $"Paused: {await TitleAsync(lane, cancellationToken)}. What a worker had in hand still goes out."
            : "It was paused already.",
        cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(LaneKind? kind, string? key, CancellationToken cancellationToken) => AtAsync(
        kind, key, async lane => await lanes.ResumeAsync(lane, cancellationToken) ? $"It goes on: {await TitleAsync(lane, cancellationToken)}." : "It was not paused any more.",
        cancellationToken);

    public Task<IActionResult> OnPostTryAsync(LaneKind? kind, string? key, CancellationToken cancellationToken) => AtAsync(
        kind, key, async lane => await lanes.TryNowAsync(lane, cancellationToken)
            ? $"One e-mail is tried now: {await TitleAsync(lane, cancellationToken)}. If it is taken, the others follow."
            : "It was not stopped any more.",
        cancellationToken);

    /// <summary>The name under which somebody acts.</summary>
    internal static async Task<string> ByAsync(OwnAccount own, System.Security.Claims.ClaimsPrincipal user)
    {
        var account = await own.GetAsync(user);
        return account.DisplayName.Length > 0 ? account.DisplayName : account.Email ?? "";
    }

    private async Task<IActionResult> AtAsync(LaneKind? kind, string? key, Func<LaneName, Task<string>> act, CancellationToken cancellationToken)
    {
        // A form without a lane is not one for all mail.
        var lane = new LaneName(kind ?? LaneKind.Relay, key ?? "");
        if (!ModelState.IsValid || kind is not { } known || !Enum.IsDefined(known) || !await lanes.ExistsAsync(lane, cancellationToken))
        {
            return NotFound();
        }

        TempData["Done"] = await act(lane);
        return Redirect($"{Request.PathBase}{Request.Path}{QueryString.Create(Request.Query.Where(q => q.Key is "p"))}");
    }

    private async Task<string> TitleAsync(LaneName lane, CancellationToken cancellationToken) => await lanes.TitleAsync(lane, cancellationToken);
}
