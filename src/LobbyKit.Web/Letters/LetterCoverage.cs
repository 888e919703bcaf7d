using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Letters;

/// <summary>
/// Which letter each country's supporters get, and how it travels. It asks what the supporters' pages ask (<see cref="LetterChoice"/>,
/// <see cref="LetterRoutes"/>, <see cref="DeliveryPolicy"/>), so that the table cannot say anything else than they do.
/// </summary>
public sealed class LetterCoverage(ContactDirectory contacts, CampaignCatalog campaigns, DeliveryPolicy delivery)
{
    public async Task<CoverageTable> ShowAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var letters = await campaigns.LettersAsync(campaign.Id, cancellationToken);
        var offices = await contacts.AllOfficesAsync(campaign, cancellationToken);
        var rows = offices.Select(o => Row(campaign, letters, o.Key, o.Value)).ToList();
        var without = Countries.All.Where(code => !offices.ContainsKey(code))
            .GroupBy(code => Instead(campaign, offices, code)?.Id)
            .Select(g => (Instead(campaign, offices, g.First()), (IReadOnlyList<string>)[.. g]))
            .ToList();
        return new CoverageTable(rows, [.. letters.Select(l => l.Language).Distinct().Order(StringComparer.Ordinal)], without);
    }

    private CoverageRow Row(Campaign campaign, IReadOnlyList<PublishedLetter> letters, string countryCode, IReadOnlyList<Contact> offices)
    {
        var contact = offices[0];
        var choices = LetterChoice.For(campaign, letters, contact);
        var routes = LetterRoutes.To(campaign, contact, delivery.MaySendTo(contact));
        return new CoverageRow(countryCode, contact, offices.Count - 1, choices, routes, [.. Gaps(campaign, contact, choices, routes)]);
    }

    private IEnumerable<string> Gaps(Campaign campaign, Contact contact, IReadOnlyList<PublishedLetter> choices, IReadOnlyList<LetterRoute> routes)
    {
        var unread = contact.Languages.Where(language => !choices.Any(l => Primary(l.Language) == Primary(language))).ToList();
        if (choices.Count == 0)
        {
            yield return "No letter: nobody can write to this office.";
        }
        else if (unread.Count == contact.Languages.Count)
        {
            yield return $"No letter in a language that the office reads ({Names(contact.Languages)}); it gets {SpokenLanguage.Name(choices[0].Language)}.";
        }
        else if (unread.Count > 0 && unread[0] == contact.Languages[0])
        {
            yield return $"No letter in the office's first language, {SpokenLanguage.Name(unread[0])}.";
        }

        if (routes.Count == 0)
        {
            yield return "No way to deliver a letter.";
        }
        else if (campaign.Channels.Contains(ChannelKind.Email) && contact.Channel(ChannelKind.Email) is not null && !delivery.MaySendTo(contact))
        {
            yield return "E-mail address not verified: the server does not send to it yet.";
        }
    }

    private static Contact? Instead(Campaign campaign, IReadOnlyDictionary<string, IReadOnlyList<Contact>> offices, string countryCode) =>
        new[] { Institutions.Of(countryCode) ?? "", campaign.HostCountryCode }
            .Select(code => offices.TryGetValue(code, out var found) ? found[0] : null).FirstOrDefault(c => c is not null);

    private static string Names(IEnumerable<string> languages) => string.Join(", ", languages.Select(SpokenLanguage.Name));

    private static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
