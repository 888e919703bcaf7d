using System.Globalization;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Metrics;

/// <summary>Reads the settings and says what is wrong with them.</summary>
internal sealed class MetricsSettings(IConfiguration configuration) : IConfigureOptions<MetricsOptions>
{
    private const int LongestInterval = 3600;

    public void Configure(MetricsOptions options)
    {
        var section = configuration.GetSection(MetricsOptions.Section);
        var problems = Problems(section).ToList();
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(MetricsOptions), problems);
        }

        section.Bind(options);
        // A setting of null is one that was left out.
        options.OtlpEndpoint = (options.OtlpEndpoint ?? "").Trim();
        options.OtlpHeaders ??= "";
    }

    private static IEnumerable<string> Problems(IConfigurationSection section)
    {
        if (section[nameof(MetricsOptions.OtlpEndpoint)] is { Length: > 0 } endpoint
            && !(Uri.TryCreate(endpoint.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0))
        {
            yield return $"{MetricsOptions.Section}:{nameof(MetricsOptions.OtlpEndpoint)} is '{endpoint}'; it can be the address of a collector that takes OTLP over "
                + "HTTP, such as http://127.0.0.1:4318, or nothing. A password goes into the headers.";
        }

        if (section[nameof(MetricsOptions.OtlpHeaders)] is { Length: > 0 } headers
            && headers.Split(',').Any(h => h.IndexOf('=', StringComparison.Ordinal) < 1 || h.Any(char.IsControl)))
        {
            // Not what it is: it may be a password.
            yield return $"{MetricsOptions.Section}:{nameof(MetricsOptions.OtlpHeaders)} cannot be read; it can be headers such as "
                + "'Authorization=Bearer abc,X-Tenant=lobby', or nothing.";
        }

        if (section[nameof(MetricsOptions.OtlpIntervalSeconds)] is { Length: > 0 } interval
            && !(int.TryParse(interval, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestInterval))
        {
            yield return $"{MetricsOptions.Section}:{nameof(MetricsOptions.OtlpIntervalSeconds)} is '{interval}'; it can be a whole number of seconds from 1 to {LongestInterval}.";
        }
    }
}
