using System.Globalization;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>Reads the settings, fills in what they leave out, and says what is wrong with them.</summary>
internal sealed class PaceSettings(IConfiguration configuration, IOptions<MailOptions> mail) : IConfigureOptions<PaceOptions>
{
    private static readonly (string Key, int Most)[] Rates =
    [
        (nameof(PaceOptions.PerContactPerHour), PaceCeilings.ContactPerHour),
        (nameof(PaceOptions.PerDomainPerHour), PaceCeilings.DomainPerHour),
        (nameof(PaceOptions.RelayPerHour), PaceCeilings.RelayPerHour),
    ];

    public void Configure(PaceOptions options)
    {
        var section = configuration.GetSection(PaceOptions.Section);
        var problems = Problems(section).ToList();
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(PaceOptions), problems);
        }

        section.Bind(options);
        options.Enabled ??= !mail.Value.UsesDemoMailbox;
    }

    private static IEnumerable<string> Problems(IConfigurationSection section)
    {
        if (section[nameof(PaceOptions.Enabled)] is { Length: > 0 } enabled && !bool.TryParse(enabled, out _))
        {
            yield return $"{PaceOptions.Section}:{nameof(PaceOptions.Enabled)} is '{enabled}'; it can be true or false, or nothing.";
        }

        foreach (var (key, most) in Rates)
        {
            if (section[key] is { Length: > 0 } value
                && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most))
            {
                yield return $"{PaceOptions.Section}:{key} is '{value}'; it can be a whole number from 1 to {most}.";
            }
        }

        if (section[nameof(PaceOptions.HourWeights)] is { Length: > 0 } weights && !PaceCurve.TryParse(weights, out _))
        {
            yield return $"{PaceOptions.Section}:{nameof(PaceOptions.HourWeights)} is '{weights}'; it can be 24 numbers from 0 to 1 with blanks between "
                + "them, at least one of them above 0.";
        }
    }
}
