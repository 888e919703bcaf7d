using LobbyKit.Web.Infrastructure.Addresses;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Accounts;

/// <summary>Passkeys belong to the site's own address, and always check the person.</summary>
internal sealed class PasskeyRules(IOptions<SiteOptions> site) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        if (site.Value.PublicUrl.Length == 0)
        {
            return;
        }

        // Anybody can write a Host header, so it decides nothing.
        var url = new Uri(site.Value.PublicUrl);
        var origin = url.GetLeftPart(UriPartial.Authority);
        options.ServerDomain = url.Host;
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == origin);
    }
}
