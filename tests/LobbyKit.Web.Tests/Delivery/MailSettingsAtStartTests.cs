using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>A wrong setting ends the process at its start, with a sentence that says what to set to what.</summary>
public sealed class MailSettingsAtStartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lobbykit-start-").FullName;

    public static TheoryData<string, string, string> Refused => new()
    {
        // Environment, settings without their common beginning, what the message must name (| between several).
        { "Production", "Host=", "LobbyKit:Mail:Host|LobbyKit:Mail:DemoMailbox|true" },
        { "Production", "Host=;DemoMailbox=false", "LobbyKit:Mail:Host|LobbyKit:Mail:DemoMailbox" },
        { "Development", "Host=;DemoMailbox=false", "LobbyKit:Mail:Host|LobbyKit:Mail:DemoMailbox" },
        { "Production", "DemoMailbox=true", "LobbyKit:Mail:Host|LobbyKit:Mail:DemoMailbox" },
        { "Production", "Security=Opportunistic", "LobbyKit:Mail:Security is 'Opportunistic'|None, StartTls or Tls" },
        { "Production", "Port=http;TimeoutSeconds=0;Connections=many;DemoMailboxPort=70000", "LobbyKit:Mail:Port is 'http'|1 to 65535|LobbyKit:Mail:TimeoutSeconds is '0'|1 to 600|LobbyKit:Mail:Connections is 'many'|1 to 32|DemoMailboxPort is '70000'" },
        { "Production", "DemoMailbox=perhaps", "LobbyKit:Mail:DemoMailbox is 'perhaps'|true or false" },
        { "Production", "RequireVerifiedContacts=1", "LobbyKit:Mail:RequireVerifiedContacts is '1'|true or false" },
        { "Production", "FromAddress=", "LobbyKit:Mail:FromAddress is empty|letters@campaign.example" },
        { "Production", "FromAddress=Letters <l@c.example>", "LobbyKit:Mail:FromAddress is 'Letters <l@c.example>'" },
        { "Production", "EnvelopeFrom=nobody", "LobbyKit:Mail:EnvelopeFrom is 'nobody'" },
        { "Production", "Host=mail.campaign.example;UserName=campaign;Password=s3cret", "LobbyKit:Mail:Password|LobbyKit:Mail:Security|StartTls or Tls" },
        { "Production", "UserName=campaign", "LobbyKit:Mail:UserName|LobbyKit:Mail:Password" },
#if LOBBYKIT_FULL
        { "Production", "Dkim:Domain=campaign.example", "LobbyKit:Mail:Dkim:Domain, Selector and KeyFile" },
        { "Production", "Dkim:Domain=other.example;Dkim:Selector=x;Dkim:KeyFile=key.pem", "LobbyKit:Mail:Dkim:Domain is 'other.example'|FromAddress at campaign.example" },
        { "Production", "Dkim:Domain=campaign.example;Dkim:Selector=x y;Dkim:KeyFile=key.pem", "LobbyKit:Mail:Dkim:Selector is 'x y'" },
        { "Production", "Dkim:Domain=campaign.example;Dkim:Selector=x;Dkim:KeyFile=none.pem", "LobbyKit:Mail:Dkim:KeyFile is 'none.pem'|cannot be read" },
        { "Production", "Dkim:Domain=campaign.example;Dkim:Selector=x;Dkim:KeyFile=/etc/hostname", "LobbyKit:Mail:Dkim:KeyFile is '/etc/hostname'|no private key" },
#else
        { "Production", "Dkim:Domain=campaign.example;Dkim:Selector=x;Dkim:KeyFile=key.pem", "LobbyKit:Mail:Dkim|restricted build|mail server" },
#endif
        { "Production", "ReturnSeparator=*", "LobbyKit:Mail:ReturnSeparator is '*'|+, - or =" },
        { "Production", "EnvelopeFrom=keep-hope-alive-letters-back@campaign.example", "LobbyKit:Mail:EnvelopeFrom has 28 characters|23|LobbyKit:Mail:ReturnSeparator" },
        { "Production", "HookToken=s3cret", "LobbyKit:Mail:HookToken has 6 characters|32|openssl rand -hex 32" },
        { "Production", "LargestReturnKilobytes=1", "LobbyKit:Mail:LargestReturnKilobytes is '1'|64 to 25600" },
        { "Production", "Imap:Host=imap.campaign.example", "LobbyKit:Mail:Imap:UserName|LobbyKit:Mail:Imap:Password" },
        { "Production", "Imap:Host=imap.campaign.example;Imap:UserName=letters;Imap:Password=s3cret;Imap:Security=None", "LobbyKit:Mail:Imap:Security is None|StartTls or Tls" },
        { "Production", "Imap:PollSeconds=0;Imap:Port=x;Imap:Security=Maybe", "LobbyKit:Mail:Imap:PollSeconds is '0'|LobbyKit:Mail:Imap:Port is 'x'|LobbyKit:Mail:Imap:Security is 'Maybe'" },
#if !LOBBYKIT_FULL
        { "Production", "Imap:Host=imap.campaign.example;Imap:UserName=letters;Imap:Password=s3cret", "LobbyKit:Mail:Imap:Host|restricted build|LobbyKit:Mail:HookToken" },
        { "Production", "Security=Tls", "LobbyKit:Mail:Security|restricted build|StartTls" },
#endif
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_to_start(string environment, string settings, string named)
    {
        await using var host = DeliveryHost.Compose(folder, environment, With(settings));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(host.StartAsync);

        Assert.All(named.Split('|'), word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "Host=", "LobbyKit:Mail:Host|LobbyKit:Mail:DemoMailbox|true")]
    [InlineData("Production", "Security=Opportunistic", "LobbyKit:Mail:Security is 'Opportunistic'|None, StartTls or Tls")]
    public async Task The_process_ends_with_a_code_that_is_not_zero(string environment, string settings, string named)
    {
        using var application = ApplicationProcess.Start(environment, folder, With(settings));

        var exitCode = await application.WaitForExitAsync();

        Assert.NotEqual(0, exitCode);
        Assert.All(named.Split('|'), word => Assert.Contains(word, application.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("Now listening", application.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "Host=;FromAddress=;Security=;Port=", "demo mailbox on 127.0.0.1:", true)]
    [InlineData("Production", "Host=;FromAddress=;DemoMailbox=true", "demo mailbox on 127.0.0.1:", true)]
    [InlineData("Development", "Security=StartTls;Port=;UserName=campaign;Password=s3cret", "sends mail through 127.0.0.1:587, security StartTls", false)]
    public async Task Says_at_start_where_mail_goes(string environment, string settings, string said, bool hasMailbox)
    {
        using var application = ApplicationProcess.Start(environment, folder, With(settings));
        using var http = new HttpClient { BaseAddress = await application.WaitUntilServingAsync() };

        Assert.Contains(said, application.Output, StringComparison.Ordinal);
#if LOBBYKIT_FULL
        Assert.Contains("(full build)", application.Output, StringComparison.Ordinal);
        Assert.Contains("MailKitTransport", application.Output, StringComparison.Ordinal);
#else
        Assert.Contains("(restricted build)", application.Output, StringComparison.Ordinal);
        Assert.Contains("SystemNetMailTransport", application.Output, StringComparison.Ordinal);
#endif
        Assert.DoesNotContain("s3cret", application.Output, StringComparison.Ordinal);
        using var mailbox = await http.GetAsync(new Uri("/mailbox", UriKind.Relative));
        Assert.Equal(hasMailbox, mailbox.IsSuccessStatusCode);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Dictionary<string, string?> With(string settings)
    {
        var all = DeliveryHost.Settings(folder, 1);
        foreach (var setting in settings.Split(';'))
        {
            var parts = setting.Split('=', 2);
            all[$"LobbyKit:Mail:{parts[0]}"] = parts[1].Length == 0 ? null : parts[1];
        }

        return all;
    }
}
