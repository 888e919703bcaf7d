namespace LobbyKit.Browser.Tests.Steps;

/// <summary>Somebody who writes a letter. No two have the same address.</summary>
internal sealed record Writer(string Name, string Email, string Place, string Paragraph)
{
    private static int born = 1960;

    public static Writer Anna() => new(
        "Anna Schmidt",
        NewAddress("anna"),
        "Freiburg",
        "Meine Großmutter floh 1978 aus Leningrad. Ich bin mit ihren Geschichten aufgewachsen: "
        + "von Briefen, die geöffnet wurden, und von Freunden, die verstummten.");

    public static Writer Jeanne() => new(
        "Jeanne Martin",
        NewAddress("jeanne"),
        "Lyon",
        "J’ai enseigné le russe pendant trente ans. Mes anciens élèves de Moscou n’osent plus m’écrire.");

    public static Writer Layla() => new("ليلى حداد", NewAddress("layla"), "جدة", "");

    public static Writer Chidi() => new(
        "Chidi Okafor", NewAddress("chidi"), "Lagos", "Our newspapers were closed once, too. Somebody abroad spoke up for us then.");

    private static string NewAddress(string name) => $"{name}.{Interlocked.Increment(ref born)}@example.org";
}
