using System.Globalization;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Delivery;

/// <summary>The filter as it stands in the address, so that it can be kept and passed on. What is not understood is not asked for.</summary>
public abstract class FilterPageModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Contact { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Campaign { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Domain { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Older { get; set; }

    public MailFilter Filter => new()
    {
        Standing = Read<MailStanding>(State) ?? MailStanding.Waiting,
        Kind = Read<MailKind>(Kind),
        ContactId = Number(Contact),
        CampaignId = Number(Campaign),
        Domain = TypedText.Line(Domain).ToLowerInvariant(),
        OlderThanHours = Number(Older) is { } hours && hours <= 24 * 3650 ? hours : 0,
    };

    /// <summary>The filter, for links and forms that keep it.</summary>
    public Dictionary<string, string> Narrowing => new (string Name, string? Value)[]
    {
        ("state", State), ("kind", Kind), ("contact", Contact), ("campaign", Campaign), ("domain", Domain), ("older", Older),
    }.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Name, r => r.Value!);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static TEnum? Read<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
