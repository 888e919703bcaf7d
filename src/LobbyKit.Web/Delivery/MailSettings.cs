using System.Globalization;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Reads the settings. The binder's own complaint of a value that does not fit names no allowed values, so each is looked at first.
/// </summary>
internal sealed class MailSettings(IConfiguration configuration) : IConfigureOptions<MailOptions>
{
    private const string None = "none";

    private static readonly (string Key, Func<string, bool> Fits, string Allowed)[] Allowed =
    [
        (nameof(MailOptions.Port), Number(0, 65535), "a port number from 1 to 65535, or nothing for the usual one"),
        (nameof(MailOptions.Security), OneOf<MailSecurity>, "None, StartTls or Tls"),
        (nameof(MailOptions.TimeoutSeconds), Number(1, 600), "a whole number of seconds from 1 to 600"),
        (nameof(MailOptions.Connections), Number(1, 32), "a whole number from 1 to 32"),
        (nameof(MailOptions.ReturnSeparator), value => value is "+" or "-" or "=" or None, "+, - or =, or none where the mail server knows no such addresses"),
        (nameof(MailOptions.LargestReturnKilobytes), Number(64, 25600), "a whole number of kilobytes from 64 to 25600"),
        ("Imap:Port", Number(0, 65535), "a port number from 1 to 65535, or nothing for the usual one"),
        ("Imap:Security", OneOf<MailSecurity>, "None, StartTls or Tls"),
        ("Imap:PollSeconds", Number(5, 3600), "a whole number of seconds from 5 to 3600"),
        (nameof(MailOptions.DemoMailbox), TrueOrFalse, "true or false, or nothing"),
        (nameof(MailOptions.DemoMailboxPort), Number(0, 65535), "a port number from 1 to 65535, or 0 for any free one"),
        (nameof(MailOptions.RequireVerifiedContacts), TrueOrFalse, "true or false, or nothing"),
    ];

    public void Configure(MailOptions options)
    {
        var section = configuration.GetSection(MailOptions.Section);
        var problems = Allowed
            .Select(a => (a.Key, a.Fits, a.Allowed, Value: section[a.Key]))
            .Where(a => !string.IsNullOrEmpty(a.Value) && !a.Fits(a.Value))
            .Select(a => $"{MailOptions.Section}:{a.Key} is '{a.Value}'; it can be {a.Allowed}.")
            .ToList();
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(MailOptions), problems);
        }

        section.Bind(options);
        // A setting of null is one that was left out.
        options.Host ??= "";
        options.UserName ??= "";
        options.Password ??= "";
        options.FromAddress ??= "";
        options.EnvelopeFrom ??= "";
        (options.Dkim.Domain, options.Dkim.Selector, options.Dkim.KeyFile) = (options.Dkim.Domain ?? "", options.Dkim.Selector ?? "", options.Dkim.KeyFile ?? "");
        options.ReturnSeparator = options.ReturnSeparator is null or None ? "" : options.ReturnSeparator;
        options.HookToken ??= "";
    }

    private static Func<string, bool> Number(int least, int most) =>
        value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    private static bool TrueOrFalse(string value) => bool.TryParse(value, out _);

    private static bool OneOf<TEnum>(string value)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Contains(value, StringComparer.OrdinalIgnoreCase);
}
