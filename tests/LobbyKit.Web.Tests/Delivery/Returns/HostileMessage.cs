using System.Text;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>Messages that nobody writes who means well, each as large as one may be.</summary>
internal static class HostileMessage
{
    private const int Size = 1_900_000;

    public static byte[] Of(string kind) => kind switch
    {
        "endless header" => Text($"Subject: {new string('a', Size)}"),
        "many headers" => Text($"{Repeat("X-A: b\r\n", Size)}\r\nbody"),
        "many parts" => Text($"Content-Type: multipart/mixed; boundary=b\r\n\r\n{Repeat("--b\r\nContent-Type: text/html\r\n\r\nx\r\n", Size)}--b--"),
        "deep parts" => Text(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"))),
        "a part of itself" => Text(Repeat("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", Size)),
        "no boundary" => Text("Content-Type: multipart/report; report-type=delivery-status\r\n\r\n--\r\n--\r\n"),
        "NUL bytes" => Text($"From: a\0b@c.example\r\nSubject: \0\0\r\nContent-Type: text/plain; charset=\0\r\n\r\n{new string('\0', Size)}"),
        "wrong base64" => Text($"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n{Repeat("====!!!!A", Size)}"),
        "many recipients" => Text($"To: {Repeat("a@b.example, ", Size)}\r\nCc: {Repeat("letters+1-a-b@c.example,", 100_000)}\r\n\r\n"),
        "many reports" => Text($"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            + Repeat("Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n", Size) + "--b--"),
        "utf-7" => Text("Subject: =?utf-7?Q?a?=\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+AGE-"),
        "no such charset" => Text("Content-Type: text/plain; charset=\"x-\u00ff\"\r\n\r\na"),
        "open quotes" => Text($"Content-Type: multipart/mixed; boundary=\"{Repeat("\\\"", Size)}\r\n\r\n"),
        "semicolons" => Text($"Content-Type: multipart/mixed{new string(';', Size)}\r\n\r\n"),
        "encoded words" => Text($"Subject: {Repeat("=?=?utf-8?B?", 100_000)}{Repeat("=?utf-8?Q?=", 100_000)}\r\nAuto-Submitted: no\r\n\r\n"),
        "half an HTML tag" => Text($"Content-Type: text/html\r\n\r\n{Repeat("<style><a <", Size)}"),
        "noise" => Noise(),
        "blanks" => Text($"From: a@b.example\r\nSubject:{new string(' ', Size / 2)}\r\n{new string(' ', Size / 2)}\r\n\r\n"),
        "many References" => Text($"From: a@b.example\r\nReferences: {Repeat("<a@b>", Size)}\r\n\r\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static string Repeat(string text, int length) => new StringBuilder().Insert(0, text, length / text.Length).ToString();

    private static byte[] Noise()
    {
        var bytes = new byte[Size];
        new Random(20130905).NextBytes(bytes);
        return bytes;
    }
}
