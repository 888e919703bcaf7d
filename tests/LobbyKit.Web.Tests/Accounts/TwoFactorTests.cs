using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Accounts;

public sealed class TwoFactorTests
{
    private const string Email = "admin@campaign.example";
    private const string Page = "/en/account/second-factor";

    [Fact]
    public async Task An_admin_is_led_to_set_up_a_second_factor_before_anything_opens()
    {
        await using var application = await WithAdminAsync();
        using var admin = await application.SignInAsync(Email);

        foreach (var path in new[] { "/en/organise", "/en/admin/people" })
        {
            Assert.StartsWith("/en/account/second-factor?ReturnUrl=", (await admin.GetAsync(path)).Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        await TurnOnAsync(admin);

        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/en/admin/people")).StatusCode);
    }

    [Fact]
    public async Task An_organiser_is_not()
    {
        await using var application = await WithAdminAsync();
        await application.AddAccountAsync(AccountRoles.Organiser, "olga@campaign.example");
        using var olga = await application.SignInAsync("olga@campaign.example");

        Assert.Equal(HttpStatusCode.OK, (await olga.GetAsync("/en/organise")).StatusCode);
    }

    [Fact]
    public async Task Signing_in_then_takes_the_apps_code()
    {
        await using var application = await WithAdminAsync();
        using var before = await application.SignInAsync(Email);
        var (key, _) = await TurnOnAsync(before);
        using var admin = await application.SignInAsync(Email);

        var closed = await admin.GetAsync("/en/organise");
        var wrong = await admin.SubmitAsync("/en/account/second-step", null, ("Code", "000000"));
        var right = await admin.SubmitAsync("/en/account/second-step", null, ("Code", Totp(key)));
        var opened = await admin.GetAsync("/en/admin/people");

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_does_too_and_once()
    {
        await using var application = await WithAdminAsync();
        using var before = await application.SignInAsync(Email);
        var (_, codes) = await TurnOnAsync(before);
        using var first = await application.SignInAsync(Email);
        using var second = await application.SignInAsync(Email);

        var signedIn = await first.SubmitAsync("/en/account/recovery-code", null, ("Code", codes[0].ToLowerInvariant()));
        var refused = await second.SubmitAsync("/en/account/recovery-code", null, ("Code", codes[0]));

        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/en/admin/people")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("wrong or was used", await refused.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once_and_the_code_is_drawn_without_style()
    {
        await using var application = await WithAdminAsync();
        using var admin = await application.SignInAsync(Email);
        var page = await admin.GetStringAsync(Page);
        var (_, codes) = await TurnOnAsync(admin);

        var later = await admin.GetStringAsync(Page);

        Assert.Contains("<svg class=\"qr\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(codes, code => later.Contains(code, StringComparison.Ordinal));
        Assert.DoesNotContain("<svg", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_forgets_the_second_factor_of_who_lost_it()
    {
        await using var application = await WithAdminAsync();
        using var admin = await application.SignInAsync(Email);
        await TurnOnAsync(admin);
        var olga = await application.AddAccountAsync(AccountRoles.Organiser, "olga@campaign.example");
        using var before = await application.SignInAsync("olga@campaign.example");
        await TurnOnAsync(before);

        await admin.SubmitAsync($"/en/admin/people/{olga.Id}", "Forget");
        using var after = await application.SignInAsync("olga@campaign.example");

        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/en/organise")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("/en/organise")).StatusCode);
    }

    private static async Task<TestApplication> WithAdminAsync()
    {
        var application = new TestApplication(new() { ["LobbyKit:Accounts:RequireTwoFactorForAdmins"] = "true" });
        await application.AddAccountAsync(AccountRoles.Admin, Email);
        return application;
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(HttpClient browser)
    {
        var key = Regex.Match(await browser.GetStringAsync(Page), "<code dir=\"ltr\">([^<]+)</code>").Groups[1].Value;
        var answer = await (await browser.SubmitAsync(Page, "On", ("Code", Totp(key)))).TextAsync();
        return (key, [.. Regex.Matches(answer, "<li><code>([^<]+)</code></li>").Select(m => m.Groups[1].Value)]);
    }

    /// <summary>RFC 6238 with SHA-1, 30 seconds and six digits, as authenticator apps compute it.</summary>
    private static string Totp(string key)
    {
        const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var bits = string.Concat(key.Replace(" ", "", StringComparison.Ordinal).Select(c => Alphabet.IndexOf(c, StringComparison.Ordinal).ToString("b5", CultureInfo.InvariantCulture)));
        var secret = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var code = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff) % 1_000_000;
        return code.ToString("d6", CultureInfo.InvariantCulture);
    }
}
