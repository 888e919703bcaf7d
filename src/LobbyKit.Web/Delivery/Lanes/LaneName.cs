using System.Globalization;

namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>Which lane.</summary>
public readonly record struct LaneName(LaneKind Kind, string Key)
{
    public static LaneName Relay { get; } = new(LaneKind.Relay, "");

    public static LaneName Contact(int id) => new(LaneKind.Contact, id.ToString(CultureInfo.InvariantCulture));

    public static LaneName Campaign(int id) => new(LaneKind.Campaign, id.ToString(CultureInfo.InvariantCulture));

    /// <param name="address">Of the office.</param>
    public static LaneName Domain(string address) => new(LaneKind.Domain, MailAddressText.Domain(address).ToLowerInvariant());
}
