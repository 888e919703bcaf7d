namespace LobbyKit.Web.Delivery.Returns;

/// <summary>What a message is that came back to us. <see cref="ReturnReader"/> tells.</summary>
public enum ReturnKind
{
    /// <summary>It was not delivered, and never will be.</summary>
    HardBounce,

    /// <summary>It was not delivered and is no longer tried; another letter may get through.</summary>
    SoftBounce,

    /// <summary>It is late, and still tried.</summary>
    Delay,

    /// <summary>A receipt: delivered, passed on, read.</summary>
    Receipt,

    /// <summary>A machine answered.</summary>
    AutoReply,

    /// <summary>A person answered.</summary>
    Reply,

    /// <summary>It has been here before, or was written here.</summary>
    Loop,
}
