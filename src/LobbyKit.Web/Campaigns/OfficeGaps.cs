using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Campaigns;

/// <summary>What offices that a campaign writes to would miss: letters in their languages, and ways to reach them. Like with like, so that the list stays short.</summary>
public sealed class OfficeGaps(CampaignCatalog catalog, ContactDirectory contacts, DeliveryPolicy delivery)
{
    /// <param name="campaign">With its letter templates.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<IReadOnlyList<CampaignGap>> FindAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var letters = await catalog.LettersAsync(campaign.Id, cancellationToken);
        var offices = (await contacts.AllOfficesAsync(campaign, cancellationToken)).SelectMany(c => c.Value).ToList();
        var outOfReach = await contacts.OutOfReachAsync(campaign, cancellationToken);
        return [.. Letters(campaign, letters, offices), .. Channels(campaign, offices, outOfReach)];
    }

    private static IEnumerable<CampaignGap> Letters(Campaign campaign, IReadOnlyList<PublishedLetter> letters, IReadOnlyList<Contact> offices)
    {
        if (letters.Count == 0)
        {
            yield return new CampaignGap(GapPlace.Letters, true, "No letter is published: nobody can write.");
            yield break;
        }

        var found = offices.SelectMany(o => Unread(campaign, letters, o)).ToList();
        var nothing = found.Where(f => f.Instead is null).Select(f => f.Office).Distinct().ToList();
        if (nothing.Count > 0)
        {
            yield return Gap(GapPlace.Letters, $"No letter that fits: these offices read none of its languages, and there is no letter in {SpokenLanguage.Name(campaign.SourceLanguage)} for all. Their supporters cannot write", nothing);
        }

        foreach (var kind in found.Where(f => f.Instead is not null).GroupBy(f => f.Kind).OrderBy(g => g.Key))
        {
            var languages = kind.GroupBy(f => f.Language, f => f.Office).OrderByDescending(g => g.Count()).ThenBy(g => SpokenLanguage.Name(g.Key), StringComparer.Ordinal).ToList();
            // A language in which offices get nothing that they read stands by itself, and so does one whose letter only has to be published.
            var alone = languages.Where(l => kind.Key == UnreadKind.All || languages.Count < 3 || Begun(campaign, l.Key) is not null).ToList();
            foreach (var language in alone)
            {
                yield return AtLetter(campaign, language.Key, Gap(GapPlace.Letters, Sentence(kind.Key, SpokenLanguage.Name(language.Key)), [.. language]));
            }

            if (languages.Except(alone).ToList() is { Count: > 0 } rest)
            {
                yield return new CampaignGap(GapPlace.Letters, false, Sentence(kind.Key, $"{rest.Count} languages"))
                {
                    ByLanguage = [.. rest.Select(l => KeyValuePair.Create(l.Key, (IReadOnlyList<string>)[.. l.Select(o => o.CountryCode).Distinct()]))],
                };
            }
        }
    }

    private static string Sentence(UnreadKind kind, string name) => kind switch
    {
        UnreadKind.All => $"No letter in {name}: offices that read it, and none of the letters' languages, get another one",
        UnreadKind.First => $"No letter in {name}, the first language of offices, which get their second",
        _ => $"No letter in {name}, which offices read besides another",
    };

    private IEnumerable<CampaignGap> Channels(Campaign campaign, IReadOnlyList<Contact> offices, IReadOnlyList<Contact> outOfReach)
    {
        if (offices.Count == 0)
        {
            yield return new CampaignGap(GapPlace.Settings, true, "There is no office to write to: look at the roles and the channels.");
        }

        if (outOfReach.Count > 0)
        {
            yield return Gap(GapPlace.Settings, "Offices without a channel that the campaign allows: nobody can write to them", outOfReach);
        }

        var held = offices.Where(o => campaign.Channels.Contains(ChannelKind.Email) && o.Channel(ChannelKind.Email) is not null && !delivery.MaySendTo(o)).ToList();
        if (held.Count > 0)
        {
            yield return Gap(
                GapPlace.Coverage, "The server sends to verified e-mail addresses only. Until an admin has verified these, supporters use their own mailbox or another channel", held);
        }

        var unverified = offices.Except(held).Where(o => !o.Channels.Any(c => campaign.Channels.Contains(c.Kind) && c.VerifiedAt is not null)).ToList();
        if (unverified.Count > 0)
        {
            yield return Gap(GapPlace.Coverage, "Offices without a verified channel: no admin has seen these addresses on the official page yet", unverified);
        }
    }

    private static IEnumerable<(Contact Office, string Language, UnreadKind Kind, PublishedLetter? Instead)> Unread(
        Campaign campaign, IReadOnlyList<PublishedLetter> letters, Contact office)
    {
        var choices = LetterChoice.For(campaign, letters, office);
        var unread = office.Languages.Select(Primary).Distinct().Where(tag => choices.All(l => Primary(l.Language) != tag)).ToList();
        var readsNone = unread.Count == office.Languages.Select(Primary).Distinct().Count();
        if (choices.Count == 0 && unread.Count == 0)
        {
            yield return (office, campaign.SourceLanguage, UnreadKind.All, null);
        }

        foreach (var tag in unread)
        {
            var kind = readsNone ? UnreadKind.All : tag == Primary(office.Languages[0]) ? UnreadKind.First : UnreadKind.Further;
            yield return (office, tag, kind, choices.Count == 0 ? null : choices[0]);
        }
    }

    // A letter that is begun leads to its editor.
    private static CampaignGap AtLetter(Campaign campaign, string language, CampaignGap gap) =>
        Begun(campaign, language) is { } begun
            ? gap with { Place = GapPlace.Letter, LetterTemplateId = begun.Id, Sentence = $"{gap.Sentence}; a letter is begun, but not published" }
            : gap;

    private static LetterTemplate? Begun(Campaign campaign, string language) =>
        campaign.LetterTemplates.FirstOrDefault(t => t.PublishedNumber is null && t.CountryCode.Length == 0 && Primary(t.Language) == language);

    private static CampaignGap Gap(GapPlace place, string sentence, IReadOnlyList<Contact> offices) =>
        new(place, false, sentence) { Countries = [.. offices.Select(o => o.CountryCode).Distinct()] };

    private static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();

    private enum UnreadKind
    {
        All,
        First,
        Further,
    }
}
