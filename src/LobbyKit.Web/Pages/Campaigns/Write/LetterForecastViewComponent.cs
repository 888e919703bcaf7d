using LobbyKit.Web.Delivery.Pace;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewComponents;

namespace LobbyKit.Web.Pages.Campaigns.Write;

/// <summary>When a letter would go that is confirmed now; nothing where the server may not send to the office.</summary>
public sealed class LetterForecastViewComponent(DeliveryForecasts forecasts) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(int contactId, int campaignId) =>
        await forecasts.ForNewAsync(contactId, campaignId, HttpContext.RequestAborted) is { } forecast
            ? View("~/Pages/Campaigns/Write/_Forecast.cshtml", forecast)
            : new HtmlContentViewComponentResult(HtmlString.Empty);
}
