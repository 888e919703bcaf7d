using System.Globalization;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>The place in a list after an e-mail, so that the next page goes on there however many came or went meanwhile.</summary>
public sealed record MailPlace(DateTime DueAt, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DueAt.Ticks}-{Id}");

    /// <returns>Null for what is none: an address may have been typed.</returns>
    public static MailPlace? Parse(string? text) =>
        text?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var due) && due <= DateTime.MaxValue.Ticks
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new MailPlace(new DateTime(due, DateTimeKind.Utc), number)
            : null;
}
