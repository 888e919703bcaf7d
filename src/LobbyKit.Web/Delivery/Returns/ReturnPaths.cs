using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>
/// The address that an e-mail's bounces come back to, of its own for each: <c>letters+4821-lake-fern-moon-coat-hill-iron@campaign.example</c>.
/// The number is the e-mail's in the outbox, the words its signature: nobody without the installation's secret can make them.
/// </summary>
public sealed partial class ReturnPaths(IOptions<MailOptions> options, SecretTokens tokens)
{
    /// <summary>48 bits: to hit those of one e-mail takes more tries than any mail server would carry.</summary>
    private const int SignatureBytes = 6;

    internal const int LongestLocalPart = 64;

    /// <summary>What is left for the part before the separator: the rest is it, a number of up to ten digits, and the words.</summary>
    internal const int LongestBase = LongestLocalPart - 1 - 10 - (SignatureBytes * 5);

    /// <summary>Whether each e-mail gets an address of its own; the mail server has to take them.</summary>
    public bool IsOn => options.Value.ReturnSeparator.Length > 0;

    /// <returns>The plain address of the settings where the mail server knows no others.</returns>
    public string For(long outboxId)
    {
        var plain = options.Value.EnvelopeFrom;
        var at = plain.LastIndexOf('@');
        var own = $"{plain[..at]}{options.Value.ReturnSeparator}{outboxId.ToString(CultureInfo.InvariantCulture)}-{Signature(outboxId)}";
        return IsOn && own.Length <= LongestLocalPart ? own + plain[at..] : plain;
    }

    /// <summary>Reads it again, whatever case and domain it came back in: the signature proves it, not the rest.</summary>
    public bool TryRead(string address, out long outboxId)
    {
        outboxId = 0;
        var match = Shape().Match(address);
        return match.Success
            && long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out outboxId)
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(match.Groups[2].Value.ToLowerInvariant()), Encoding.ASCII.GetBytes(Signature(outboxId)));
    }

    private string Signature(long outboxId) => ReturnWords.Of(
        SHA256.HashData(Encoding.ASCII.GetBytes(tokens.Derive("return path", outboxId.ToString(CultureInfo.InvariantCulture)))).AsSpan(0, SignatureBytes));

    [GeneratedRegex(@"[+=-]([0-9]{1,18})-([A-Za-z]{3,4}(?:-[A-Za-z]{3,4}){5})@", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
