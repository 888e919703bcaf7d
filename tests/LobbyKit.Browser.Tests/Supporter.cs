using Bogus;

namespace LobbyKit.Browser.Tests;

/// <summary>Somebody who writes. Every one has an address of their own, because the tests share a database.</summary>
public sealed record Supporter(string Name, string Email, string Place, string Paragraph)
{
    private static readonly Faker Faker = new("en") { Random = new Randomizer(20130905) };

    public static Supporter New() => new(
        Faker.Name.FullName(), $"{Guid.NewGuid():N}@example.org", Faker.Address.City(), $"{Faker.Lorem.Sentence()} <b>{{{{ 7 }}}}</b> & \"so on\".");
}
