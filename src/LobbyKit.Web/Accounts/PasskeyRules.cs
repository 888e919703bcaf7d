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
        // Anybody can write a Host header: outside Development the public address decides, which has to be set there.
        var url = site.Value.PublicUrl.Length > 0 ? new Uri(site.Value.PublicUrl) : null;
        options.ServerDomain = url?.Host;
        // Identity compares with the Origin header, which our referrer policy makes "null" for a posted form.
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin
            && context.Origin == (url?.GetLeftPart(UriPartial.Authority) ?? $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}"));
    }
}
