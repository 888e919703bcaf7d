using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Letters;

/// <summary>The ways in which a letter can reach an office.</summary>
public static class LetterRoutes
{
    /// <param name="campaign">The campaign, with the channels that it allows.</param>
    /// <param name="contact">The office, with its channels.</param>
    /// <param name="serverMaySend">False where its e-mail address still has to be verified.</param>
    /// <returns>The least work for the supporter first.</returns>
    public static IReadOnlyList<LetterRoute> To(Campaign campaign, Contact contact, bool serverMaySend)
    {
        var routes = new List<LetterRoute>();
        if (contact.Channel(ChannelKind.Email) is not null)
        {
            if (serverMaySend)
            {
                routes.Add(LetterRoute.Server);
            }

            routes.Add(LetterRoute.OwnMailbox);
        }

        if (contact.Channel(ChannelKind.WebForm) is not null)
        {
            routes.Add(LetterRoute.WebForm);
        }

        if (contact.Channel(ChannelKind.Post) is not null)
        {
            routes.Add(LetterRoute.Post);
        }

        if (contact.Channel(ChannelKind.Phone) is not null)
        {
            routes.Add(LetterRoute.Phone);
        }

        return [.. routes.Where(r => campaign.Channels.Contains(r.Channel()))];
    }

    /// <summary>The contact's channel that a route goes by.</summary>
    public static ChannelKind Channel(this LetterRoute route) => route switch
    {
        LetterRoute.Server or LetterRoute.OwnMailbox => ChannelKind.Email,
        LetterRoute.WebForm => ChannelKind.WebForm,
        LetterRoute.Post => ChannelKind.Post,
        LetterRoute.Phone => ChannelKind.Phone,
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, null),
    };
}
