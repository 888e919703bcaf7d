namespace LobbyKit.Web.Delivery.Returns;

/// <summary>A message that came back, as it reads by itself: nothing of it is proven yet.</summary>
public sealed record ReturnedMessage
{
    public required ReturnKind Kind { get; init; }

    /// <summary>Of a bounce, such as 5.1.1; empty where nothing tells.</summary>
    public string Status { get; init; } = "";

    /// <summary>Addresses that it went to, in the order in which they can be trusted.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The e-mails that it says it is about: what it returns, or answers.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Its own, or a fingerprint of it all where it has none.</summary>
    public required string Identity { get; init; }

    /// <summary>Empty where it is no usable address.</summary>
    public string FromAddress { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>Lines end in LF; empty of what is not read by a person.</summary>
    public string Text { get; init; } = "";

    /// <summary>Names of the files with it.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    public bool IsBounce => Kind is ReturnKind.HardBounce or ReturnKind.SoftBounce or ReturnKind.Delay or ReturnKind.Receipt;
}
