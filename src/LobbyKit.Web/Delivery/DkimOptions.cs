namespace LobbyKit.Web.Delivery;

/// <summary>Settings under <c>LobbyKit:Mail:Dkim</c>: all three, or none where the mail server signs, or nobody does.</summary>
public sealed class DkimOptions
{
    /// <summary>The domain that vouches: the one of <see cref="MailOptions.FromAddress"/>, or one above it.</summary>
    public string Domain { get; set; } = "";

    /// <summary>The public key is found in the name service under <c>selector._domainkey.domain</c>.</summary>
    public string Selector { get; set; } = "";

    /// <summary>The private key, PEM, RSA or Ed25519. Relative to the content root.</summary>
    public string KeyFile { get; set; } = "";

    public bool IsSet => Domain.Length > 0 || Selector.Length > 0 || KeyFile.Length > 0;
}
