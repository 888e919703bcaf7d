using System.Text.RegularExpressions;
using LobbyKit.Web.Delivery.Mime;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>A delivery status notification as RFC 3464 has it.</summary>
/// <param name="Kind">The worst that it tells.</param>
/// <param name="Status">RFC 3463 code of that; empty where it has none.</param>
internal sealed partial record DeliveryReport(ReturnKind Kind, string Status)
{
    private const int MostRecipients = 100;
    private const int LongestReport = 64 * 1024;

    /// <summary>Null for what is no such report.</summary>
    public static DeliveryReport? Find(MimePart mail, IReadOnlyList<MimePart> leaves)
    {
        var status = leaves.FirstOrDefault(p => p.MediaType is "message/delivery-status" or "message/global-delivery-status");
        if (status is null && !(mail.MediaType == "multipart/report" && mail.TypeParameter("report-type").Equals("delivery-status", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var words = leaves.FirstOrDefault(p => p.IsPlainText)?.DecodeText(LongestReport) ?? "";
        var found = (status is null ? [] : Read(status.DecodeText(LongestReport)))
            .Append(BounceForms.Find(EncodedWords.Decode(mail.Header("Subject")), words) is { } said ? new DeliveryReport(said.Kind, said.Status) : null);
        // A report of which nothing can be understood tells nothing.
        return found.FirstOrDefault(f => f is not null) ?? new DeliveryReport(ReturnKind.Receipt, "");
    }

    /// <summary>Its groups of fields: one about the message, then one about each recipient. The worst comes first.</summary>
    private static IEnumerable<DeliveryReport?> Read(string report) => report
        .Split("\n\n", MostRecipients + 1, StringSplitOptions.RemoveEmptyEntries).Take(MostRecipients)
        .Select(g => MimePart.Parse(System.Text.Encoding.UTF8.GetBytes(g.TrimStart('\n'))))
        .Where(g => g.Has("Final-Recipient") || g.Has("Original-Recipient") || g.Has("Action"))
        .Select(Judge).OfType<DeliveryReport>().OrderBy(r => r.Kind);

    private static DeliveryReport? Judge(MimePart group)
    {
        var diagnostic = group.Header("Diagnostic-Code");
        var status = StatusCode().Match(group.Header("Status")).Value;
        if (status is "" or "5.0.0" or "4.0.0")
        {
            // The server's own words know more.
            status = StatusCode().Match(diagnostic) is { Success: true } own ? own.Value : BounceForms.Status(diagnostic) is { Length: > 0 } told ? told : status;
        }

        return group.Header("Action").Split(' ', ';')[0].Trim().ToUpperInvariant() switch
        {
            "DELAYED" => new DeliveryReport(ReturnKind.Delay, status),
            "DELIVERED" or "RELAYED" or "EXPANDED" => new DeliveryReport(ReturnKind.Receipt, status),
            "FAILED" => Failed(status),
            _ => status.Length == 0 ? null : status[0] == '2' ? new DeliveryReport(ReturnKind.Receipt, status) : Failed(status),
        };
    }

    /// <summary>A full mailbox is emptied some day, whatever class its server gives it.</summary>
    internal static DeliveryReport Failed(string status) =>
        new(status.StartsWith('4') || status == "5.2.2" ? ReturnKind.SoftBounce : ReturnKind.HardBounce, status);

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex StatusCode();
}
