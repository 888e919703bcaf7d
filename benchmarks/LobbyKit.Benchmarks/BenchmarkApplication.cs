using System.Net;
using System.Text.RegularExpressions;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LobbyKit.Benchmarks;

/// <summary>The real application on a SQLite file, listening on loopback. The counting runs when it is told to, so that it can be timed.</summary>
internal sealed partial class BenchmarkApplication(string folder) : WebApplicationFactory<LobbyKitDbContext>
{
    private const string Email = "organiser@benchmark.example";
    private const string Password = "correct horse battery staple";

    public string DatabaseFile => Path.Combine(folder, "lobbykit.db");

    public void Open()
    {
        UseKestrel(0);
        StartServer();
    }

    public async Task<T> WithDatabaseAsync<T>(Func<LobbyKitDbContext, Task<T>> use)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<LobbyKitDbContext>>().CreateDbContextAsync();
        return await use(db);
    }

    /// <summary>A browser in which an organiser of the campaign has signed in.</summary>
    public async Task<HttpClient> SignInAsync(int campaignId)
    {
        await AddOrganiserAsync(campaignId);
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = ClientOptions.BaseAddress,
        };
        var token = Token().Match(await client.GetStringAsync("/en/account/sign-in")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = Email,
            ["Password"] = Password,
            ["__RequestVerificationToken"] = token,
        });
        var answer = await client.PostAsync("/en/account/sign-in", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"Signing in was answered with {answer.StatusCode}.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSolutionRelativeContentRoot("src/LobbyKit.Web");
        builder.UseEnvironment("Development");
        builder.UseSetting("LobbyKit:Database:ConnectionString", $"Data Source={DatabaseFile}");
        builder.UseSetting("LobbyKit:Keys:Folder", Path.Combine(folder, "keys"));
        builder.UseSetting("LobbyKit:Mail:DemoMailboxFolder", Path.Combine(folder, "mailbox"));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            foreach (var upkeep in services.Where(s => s.ImplementationType == typeof(LetterUpkeep)).ToList())
            {
                services.Remove(upkeep);
            }
        });
    }

    private async Task AddOrganiserAsync(int campaignId)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByEmailAsync(Email) is not null)
        {
            return;
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var account = new Account { UserName = Email, Email = Email, EmailConfirmed = true, DisplayName = "Benchmark", CreatedAt = now };
        await accounts.CreateAsync(account, Password);
        await accounts.AddToRoleAsync(account, AccountRoles.Organiser);
        var db = scope.ServiceProvider.GetRequiredService<LobbyKitDbContext>();
        db.CampaignMembers.Add(new CampaignMember { CampaignId = campaignId, AccountId = account.Id, JoinedAt = now });
        await db.SaveChangesAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
