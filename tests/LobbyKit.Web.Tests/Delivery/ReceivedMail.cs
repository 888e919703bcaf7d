using System.Text;
using LobbyKit.Web.Delivery.Mailbox;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>A message as the server got it, one character a byte, dots taken out.</summary>
internal sealed record ReceivedMail(string Sender, IReadOnlyList<string> Recipients, string Source)
{
    private ReadableMail Readable => ReadableMail.Parse("test", Encoding.Latin1.GetBytes(Source));

    /// <summary>The names of its headers, in lower case, in order: what was injected would show here.</summary>
    public IReadOnlyList<string> HeaderNames =>
        [.. HeaderBlock.Split("\r\n").Where(l => l.Length > 0 && l[0] is not (' ' or '\t')).Select(l => l.Split(':')[0].ToLowerInvariant())];

    public string HeaderBlock => Source[..Source.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    public string MessageId => Header("Message-ID").Trim('<', '>');

    public string Text => Readable.Text;

    /// <summary>Decoded.</summary>
    public string Header(string name) => Readable.Header(name);
}
