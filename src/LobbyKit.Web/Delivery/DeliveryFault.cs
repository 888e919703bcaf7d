namespace LobbyKit.Web.Delivery;

/// <summary>What goes wrong with a try although no server has refused anything. <see cref="FaultRules"/> holds what follows.</summary>
public enum DeliveryFault
{
    /// <summary>The mail server's name is in no directory.</summary>
    NameUnknown,

    /// <summary>Nobody listens there, or there is no way there.</summary>
    Unreachable,

    /// <summary>It took longer than one e-mail may take.</summary>
    TimedOut,

    /// <summary>The connection ended in the middle.</summary>
    BrokenOff,

    /// <summary>What answered does not speak SMTP.</summary>
    NotSmtp,

    /// <summary>No STARTTLS where the settings want it.</summary>
    TlsNotOffered,

    /// <summary>Nobody vouches for the certificate, it has expired, or it is another name's.</summary>
    TlsUntrusted,

    /// <summary>The two could not agree on a protected connection.</summary>
    TlsFailed,

    /// <summary>A login is set, and the server takes none, or none that this program knows.</summary>
    LoginNotOffered,

    /// <summary>Larger than the server said beforehand that it takes.</summary>
    TooLarge,

    /// <summary>The address has letters outside ASCII before the @, and the server knows no SMTPUTF8.</summary>
    AddressNotSupported,

    /// <summary>A field of the e-mail cannot be used in one.</summary>
    Unusable,

    /// <summary>Anything else on our side.</summary>
    Ours,
}
