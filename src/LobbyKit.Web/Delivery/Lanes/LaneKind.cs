namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>What a lane is a lane of.</summary>
public enum LaneKind
{
    /// <summary>Our own mail server; there is one, with an empty key.</summary>
    Relay,

    /// <summary>A receiving domain.</summary>
    Domain,

    /// <summary>An office; the key is its contact's id.</summary>
    Contact,

    /// <summary>The key is the campaign's id.</summary>
    Campaign,
}
