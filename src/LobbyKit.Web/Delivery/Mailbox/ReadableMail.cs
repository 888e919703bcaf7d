using System.Text;
using LobbyKit.Web.Delivery.Mime;

namespace LobbyKit.Web.Delivery.Mailbox;

/// <summary>A taken e-mail as a person reads it. Understands what our own transports write; of anything else the source is there.</summary>
public sealed class ReadableMail
{
    private readonly MimePart part;

    private ReadableMail(string id, byte[] source)
    {
        Id = id;
        Source = source;
        part = MimePart.Parse(source);
        Text = part.FindText()?.DecodeText() ?? "";
    }

    public string Id { get; }

    /// <summary>Byte for byte.</summary>
    public byte[] Source { get; }

    public string SourceText => Encoding.UTF8.GetString(Source);

    /// <summary>Decoded; empty where it has no readable text.</summary>
    public string Text { get; }

    public string From => Header("From");

    public string To => Header("To");

    public string Subject => Header("Subject");

    public static ReadableMail Parse(string id, byte[] source) => new(id, source);

    /// <summary>Decoded, unfolded; empty where it is missing.</summary>
    public string Header(string name) => EncodedWords.Decode(part.Header(name));
}
