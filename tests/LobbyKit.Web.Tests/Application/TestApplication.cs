using System.Net;
using System.Text.RegularExpressions;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Data;
using LobbyKit.Web.Tests.Delivery;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LobbyKit.Web.Tests.Application;

/// <summary>
/// The real application on a real database in a folder of its own, listening on loopback: as the README's command starts it, with its
/// seeded data and demo mailbox. Only the clock is another one, so that the sample campaign is open whenever the tests are run.
/// </summary>
public sealed class TestApplication : WebApplicationFactory<Program>
{
    /// <summary>The address of the sample campaign's pages.</summary>
    public const string Campaign = "/en/campaigns/keep-hope-alive";

    /// <summary>The password of every account that is added here.</summary>
    public const string Password = "correct horse battery staple";

    private readonly Dictionary<string, string?> settings;
    private readonly LogLines log = new();

    public TestApplication(Dictionary<string, string?>? settings = null)
    {
        this.settings = settings ?? [];
        UseKestrel(0);
    }

    public CampaignClock Clock { get; } = new();

    /// <summary>Everything that was logged so far.</summary>
    public IReadOnlyCollection<string> LogLines => log.Lines;

    /// <summary>Everything that the application writes.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("lobbykit-test-").FullName;

    public string DatabaseFile => Path.Combine(Folder, "database", "lobbykit.db");

    private string ConnectionString => $"Data Source={DatabaseFile}";

    /// <summary>Where it listens, such as http://127.0.0.1:40123.</summary>
    public string Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress.ToString().TrimEnd('/').Replace("[::]", "localhost", StringComparison.Ordinal);
        }
    }

    /// <summary>A new browser's worth of cookies, following no redirect by itself.</summary>
    public HttpClient NewClient(bool followRedirects = false)
    {
        StartServer();
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = followRedirects }) { BaseAddress = ClientOptions.BaseAddress };
    }

    public T Service<T>()
        where T : notnull
    {
        StartServer();
        return Services.GetRequiredService<T>();
    }

    public async Task<T> WithDatabaseAsync<T>(Func<LobbyKitDbContext, Task<T>> use)
    {
        await using var db = await Service<IDbContextFactory<LobbyKitDbContext>>().CreateDbContextAsync();
        return await use(db);
    }

    /// <summary>Changes what it is told to and saves.</summary>
    public async Task ChangeDatabaseAsync(Func<LobbyKitDbContext, Task> change)
    {
        await using var db = await Service<IDbContextFactory<LobbyKitDbContext>>().CreateDbContextAsync();
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>An account that can sign in, with <see cref="Password"/>.</summary>
    /// <param name="role">See <see cref="AccountRoles"/>.</param>
    /// <param name="email">The address to sign in with.</param>
    /// <param name="campaignIds">Campaigns whose team it is on.</param>
    public async Task<Account> AddAccountAsync(string role, string email, params int[] campaignIds)
    {
        StartServer();
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true, DisplayName = email.Split('@')[0], CreatedAt = DateTime.UtcNow };
        if (!(await accounts.CreateAsync(account, Password)).Succeeded || !(await accounts.AddToRoleAsync(account, role)).Succeeded)
        {
            throw new InvalidOperationException($"The account {email} could not be made.");
        }

        var db = scope.ServiceProvider.GetRequiredService<LobbyKitDbContext>();
        db.CampaignMembers.AddRange(campaignIds.Select(id => new CampaignMember { CampaignId = id, AccountId = account.Id, JoinedAt = DateTime.UtcNow }));
        await db.SaveChangesAsync();
        return account;
    }

    /// <summary>A browser in which the account has signed in, through the page.</summary>
    public async Task<HttpClient> SignInAsync(string email)
    {
        var client = NewClient();
        var page = await client.GetStringAsync("/en/account/sign-in");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = email,
            ["Password"] = Password,
            ["__RequestVerificationToken"] = token,
        });
        var answer = await client.PostAsync("/en/account/sign-in", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{email} could not sign in.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        // Every application would watch its settings for changes, and the system lets one user watch only so much.
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        builder.UseSetting("LobbyKit:Database:ConnectionString", ConnectionString);
        builder.UseSetting("LobbyKit:Keys:Folder", Path.Combine(Folder, "keys"));
        builder.UseSetting("LobbyKit:Mail:DemoMailboxFolder", Path.Combine(Folder, "mailbox"));
        // A test fills in a form faster than a person can.
        builder.UseSetting("LobbyKit:Letters:MinimumFillSeconds", "0");
        builder.UseSetting("LobbyKit:Limits:PostsPerTenMinutes", "100000");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log));
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Folder))
        {
            using (var own = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(own);
            }

            Directory.Delete(Folder, recursive: true);
        }
    }
}
