using Bogus;

namespace LobbyKit.Web.Tests.Application;

/// <summary>Somebody who writes. No two have the same address.</summary>
internal sealed record Supporter(string Name, string Email, string Place, string PersonalMessage)
{
    private static readonly Faker Faker = new() { Random = new Randomizer(20130905) };
    private static int made;

    public static Supporter New()
    {
        lock (Faker)
        {
            made++;
            // Told apart from every word of a letter, so that a search for them finds them and nothing else.
            return new Supporter(
                $"{Faker.Name.FirstName()} Zq{Faker.Random.AlphaNumeric(6)}",
                $"{Faker.Random.AlphaNumeric(8)}.{made}@home.example",
                $"Place{Faker.Random.AlphaNumeric(6)}",
                $"{Faker.Lorem.Sentence()} {Faker.Random.AlphaNumeric(12)}\n\n{Faker.Lorem.Sentence()}");
        }
    }
}
