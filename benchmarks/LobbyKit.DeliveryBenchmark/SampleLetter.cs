using LobbyKit.Web.Delivery;

namespace LobbyKit.DeliveryBenchmark;

/// <summary>The e-mails that are sent.</summary>
internal static class SampleLetter
{
    private const string Sentence = "I ask you to raise the rights of everyone at the summit, in public and in your talks. ";

    /// <summary>Bytes of a whole message as it crosses the network, headers and all, about.</summary>
    public const int MessageSize = 4400;

    // In quoted-printable, as the full build has it, a few hundred bytes more; in the restricted build's Base64 a third more.
#if LOBBYKIT_FULL
    public static string Body { get; } = Lines(3600);
#else
    public static string Body { get; } = Lines(2800);
#endif

    public static string ShortBody { get; } = Lines(300);

    public static OutgoingMail New(long number, string body, string from) => new()
    {
        MessageId = $"{number:x8}{Guid.NewGuid():N}@campaign.example",
        Date = DateTimeOffset.UnixEpoch,
        EnvelopeFrom = from,
        FromName = "Zoë Lovelace via Open Letters",
        FromAddress = from,
        ReplyToName = "Zoë Lovelace",
        ReplyToAddress = $"supporter{number}@home.example",
        ToName = "Office of the President",
        ToAddress = $"office@government{number % 20}.example",
        Subject = "Human rights at the summit",
        Body = body,
        Language = "en",
    };

    private static string Lines(int length) =>
        "Your Excellency,\n\n" + string.Concat(Enumerable.Repeat($"{Sentence}Zoë\n", length / (Sentence.Length + 5)));
}
