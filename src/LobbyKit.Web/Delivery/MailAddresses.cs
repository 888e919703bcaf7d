using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>The campaign's own side of every e-mail: who it comes from, where bounces go, how it is numbered.</summary>
public sealed class MailAddresses(IOptions<MailOptions> options)
{
    private const int LongestPart = 60;

    /// <summary>Every e-mail comes from it. Never from a supporter's own: their provider's DMARC policy would have it refused.</summary>
    public string FromAddress => options.Value.FromAddress;

    /// <summary>The envelope's sender.</summary>
    public string EnvelopeFrom => options.Value.EnvelopeFrom;

    /// <summary>What stands before <see cref="FromAddress"/> in a supporter's letter: "Ada Lovelace via Open Letters".</summary>
    public static string NameVia(string supporterName, string campaignSenderName)
    {
        var name = HeaderText.CleanName(supporterName, LongestPart);
        var campaign = HeaderText.CleanName(campaignSenderName, LongestPart);
        return name.Length == 0 ? campaign : $"{name} via {campaign}";
    }

    /// <summary>A new one, never given before, without angle brackets.</summary>
    public string NewMessageId() =>
        $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}@{MailAddressText.Domain(FromAddress)}";
}
