using System.Net;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Accounts;

public sealed class SetUpLinkTests
{
    private static readonly (string, string)[] Ada =
        [("Name", "Ada"), ("Email", "ada@campaign.example"), ("Password", TestApplication.Password)];

    [Fact]
    public async Task The_printed_link_makes_the_first_admin_and_signs_in_once()
    {
        await using var application = new TestApplication();
        using var ada = application.NewClient();
        using var late = application.NewClient();
        var path = application.SetUpPath();

        var made = await ada.SubmitAsync(path, null, Ada);
        var people = await ada.GetAsync("/en/admin/people");
        var again = await late.GetStringAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, people.StatusCode);
        Assert.Contains("does not work", again, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" novalidate", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_stored_as_a_hash_only()
    {
        await using var application = new TestApplication();
        var secret = application.SetUpPath().Split('/')[^1];

        var stored = await application.WithDatabaseAsync(db => db.OneTimeLinks.Select(l => l.TokenHash).SingleAsync());

        Assert.NotEqual(secret, stored);
    }

    [Fact]
    public async Task After_an_hour_it_does_not_work()
    {
        await using var application = new TestApplication();
        using var ada = application.NewClient();
        var path = application.SetUpPath();

        application.Clock.Advance(TimeSpan.FromMinutes(59));
        var before = await ada.GetStringAsync(path);
        application.Clock.Advance(TimeSpan.FromMinutes(2));
        var after = await ada.GetStringAsync(path);

        Assert.Contains("Make the account", before, StringComparison.Ordinal);
        Assert.Contains("does not work", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_password_does_not_use_it_up()
    {
        await using var application = new TestApplication();
        using var ada = application.NewClient();
        var path = application.SetUpPath();

        var refused = await ada.SubmitAsync(path, null, ("Name", "Ada"), ("Email", "ada@campaign.example"), ("Password", "short"));
        var made = await ada.SubmitAsync(path, null, Ada);

        Assert.Contains("at least 12 characters", await refused.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"short\"", await refused.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    [Fact]
    public async Task Used_by_several_at_once_it_makes_one_account()
    {
        await using var application = new TestApplication();
        var path = application.SetUpPath();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async number =>
        {
            using var browser = application.NewClient();
            var answer = await browser.SubmitAsync(path, null, ("Name", "Ada"), ("Email", $"ada{number}@campaign.example"), ("Password", TestApplication.Password));
            return answer.StatusCode;
        }));

        Assert.Equal(1, answers.Count(status => status == HttpStatusCode.Redirect));
        Assert.Equal(4, answers.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(1, await application.WithDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_restart_prints_a_new_link_and_voids_the_old_one()
    {
        await using var first = new TestApplication();
        var old = first.SetUpPath();
        await using var second = Restart(first);

        var renewed = second.SetUpPath();
        using var browser = second.NewClient();

        Assert.NotEqual(old, renewed);
        Assert.Contains("does not work", await browser.GetStringAsync(old), StringComparison.Ordinal);
        Assert.Contains("Make the account", await browser.GetStringAsync(renewed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_admin_there_none_works_and_none_is_printed()
    {
        await using var first = new TestApplication();
        var old = first.SetUpPath();
        await first.AddAccountAsync(AccountRoles.Admin, "admin@campaign.example");
        await using var second = Restart(first);
        using var browser = second.NewClient();

        Assert.Contains("does not work", await browser.GetStringAsync(old), StringComparison.Ordinal);
        Assert.DoesNotContain(second.LogLines, line => line.Contains("/account/set-up/", StringComparison.Ordinal));
    }

    private static TestApplication Restart(TestApplication first) => new(new()
    {
        ["LobbyKit:Database:ConnectionString"] = $"Data Source={first.DatabaseFile}",
        ["LobbyKit:Keys:Folder"] = Path.Combine(first.Folder, "keys"),
    });
}
