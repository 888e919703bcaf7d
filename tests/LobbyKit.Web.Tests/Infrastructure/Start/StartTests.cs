using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Infrastructure.Start;

/// <summary>A setting that is wrong stops the application at start, in words that name it.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("LobbyKit:Database:MigrateAtStart", "false", "LobbyKit:Database:MigrateAtStart is false")]
    [InlineData("LobbyKit:Database:Provider", "Oracle", "LobbyKit:Database:Provider")]
    [InlineData("LobbyKit:Letters:RetentionDays", "0", "LobbyKit:Letters:RetentionDays has to be from 1 to 365.")]
    [InlineData("LobbyKit:Letters:RetentionDays", "many", "LobbyKit:Letters:RetentionDays")]
    [InlineData("LobbyKit:Letters:ConfirmationDays", "31", "LobbyKit:Letters:ConfirmationDays has to be from 1 to 30.")]
    [InlineData("LobbyKit:Letters:ConfirmationsPerAddressPerDay", "0", "LobbyKit:Letters:ConfirmationsPerAddressPerDay has to be from 1 to 100.")]
    [InlineData("LobbyKit:Letters:MinimumFillSeconds", "-1", "LobbyKit:Letters:MinimumFillSeconds has to be from 0 to 60.")]
    [InlineData("LobbyKit:Limits:PostsPerTenMinutes", "0", "LobbyKit:Limits:PostsPerTenMinutes has to be from 1 to 100000.")]
    [InlineData("LobbyKit:Site:PublicUrl", "letters.example.org", "LobbyKit:Site:PublicUrl is \"letters.example.org\"")]
    [InlineData("LobbyKit:Site:PublicUrl", "ftp://letters.example.org", "LobbyKit:Site:PublicUrl")]
    [InlineData("LobbyKit:Site:TrustedProxies:0", "proxy", "LobbyKit:Site:TrustedProxies has \"proxy\", which is no IP address.")]
    [InlineData("LobbyKit:Seed:Contacts", "data/nothing.csv", "nothing.csv")]
    [InlineData("LobbyKit:Seed:Campaigns", "data/nothing", "nothing")]
    [InlineData("LobbyKit:Mail:FromAddress", "nobody", "LobbyKit:Mail:FromAddress")]
    [InlineData("LobbyKit:Mail:Security", "Some", "LobbyKit:Mail:Security")]
    public void A_wrong_setting_stops_the_start_and_is_named(string setting, string value, string message)
    {
        using var application = new TestApplication(new() { [setting] = value });

        var problem = Assert.ThrowsAny<Exception>(() => application.NewClient());

        Assert.Contains(message, Whole(problem), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LobbyKit:Site:PublicUrl", "", "LobbyKit:Site:PublicUrl is empty")]
    [InlineData("LobbyKit:Mail:DemoMailbox", null, "Nothing says where mail goes")]
    public void Outside_Development_nothing_is_guessed(string setting, string? value, string message)
    {
        using var application = new TestApplication(new()
        {
            ["environment"] = "Production",
            ["LobbyKit:Site:PublicUrl"] = "https://letters.example.org",
            ["LobbyKit:Mail:DemoMailbox"] = "true",
            [setting] = value,
        });

        var problem = Assert.ThrowsAny<Exception>(() => application.NewClient());

        Assert.Contains(message, Whole(problem), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_mailbox_runs_in_production_when_told_to_by_name()
    {
        using var application = new TestApplication(new()
        {
            ["environment"] = "Production",
            ["LobbyKit:Site:PublicUrl"] = "http://letters.example.org",
            ["LobbyKit:Mail:DemoMailbox"] = "true",
        });
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();

        var mail = await writer.Inbox.WaitForConfirmationAsync(writer.Supporter.Email);
        Assert.Contains("http://letters.example.org/en/letters/", mail.Text, StringComparison.Ordinal);
    }

    private static string Whole(Exception problem) => problem.ToString();
}
