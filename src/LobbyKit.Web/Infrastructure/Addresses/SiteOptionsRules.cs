using System.Net;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Addresses;

internal sealed class SiteOptionsRules(IHostEnvironment environment) : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        if (options.TrustedProxies.FirstOrDefault(p => !IPAddress.TryParse(p, out _)) is { } wrong)
        {
            return ValidateOptionsResult.Fail($"LobbyKit:Site:TrustedProxies has \"{wrong}\", which is no IP address.");
        }

        if (options.PublicUrl.Length == 0)
        {
            return environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    "LobbyKit:Site:PublicUrl is empty. Set it to the address that supporters know, such as https://letters.example.org: "
                    + "links in e-mails begin with it.");
        }

        return Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"LobbyKit:Site:PublicUrl is \"{options.PublicUrl}\"; it has to be an address such as https://letters.example.org.");
    }
}
