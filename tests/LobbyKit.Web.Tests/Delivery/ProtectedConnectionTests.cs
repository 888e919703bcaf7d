using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>The application in a process that trusts the test's certificate, as an administrator makes it trust their own authority.</summary>
public sealed class ProtectedConnectionTests
{
    public static TheoryData<string> Spoken =>
#if LOBBYKIT_FULL
        ["StartTls", "Tls"];
#else
        ["StartTls"];
#endif

    [Theory]
    [MemberData(nameof(Spoken))]
    public async Task A_letter_goes_out_over_a_protected_connection_with_a_login(string security)
    {
        using var certificate = TestCertificate.Create();
        await using var server = new TestSmtpServer(certificate, tlsFromTheStart: security == "Tls") { OffersLogin = true };
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Script = (step, _) =>
        {
            if (step == "END")
            {
                arrived.TrySetResult();
            }

            return null;
        };
        var trusted = Path.Combine(host.Folder, "authority.pem");
        await File.WriteAllTextAsync(trusted, certificate.ExportCertificatePem());
        var settings = DeliveryHost.Settings(host.Folder, server.Port);
        settings["LobbyKit:Mail:Security"] = security;
        settings["LobbyKit:Mail:UserName"] = "campaign";
        settings["LobbyKit:Mail:Password"] = "s3cret";
        settings["SSL_CERT_FILE"] = trusted;

        using var application = ApplicationProcess.Start("Production", host.Folder, settings);
        await Task.WhenAny(arrived.Task, Task.Delay(Wait.AtMost));

        Assert.True(arrived.Task.IsCompleted, application.Output);
        Assert.Equal(row.MessageId, Assert.Single(server.Mails).MessageId);
        Assert.Equal(security == "StartTls", server.Commands.Contains("STARTTLS"));
        var commands = server.Commands.ToList();
        Assert.InRange(commands.FindIndex(c => c.StartsWith("AUTH", StringComparison.Ordinal)), commands.IndexOf("STARTTLS") + 1, commands.Count);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("another name")]
    [InlineData("another authority")]
    public async Task Nothing_goes_out_where_the_certificate_is_wrong_although_its_authority_is_known(string wrong)
    {
        using var authority = TestCertificate.CreateAuthority();
        using var other = TestCertificate.CreateAuthority("Other Authority");
        using var certificate = TestCertificate.Create(
            wrong == "another authority" ? other : authority, wrong == "expired", wrong == "another name" ? "mail.other.example" : null);
        await using var server = new TestSmtpServer(certificate) { OffersLogin = true };
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        var trusted = Path.Combine(host.Folder, "authority.pem");
        await File.WriteAllTextAsync(trusted, authority.ExportCertificatePem());
        var settings = DeliveryHost.Settings(host.Folder, server.Port);
        settings["LobbyKit:Mail:Security"] = "StartTls";
        settings["LobbyKit:Mail:UserName"] = "campaign";
        settings["LobbyKit:Mail:Password"] = "s3cret";
        settings["SSL_CERT_FILE"] = trusted;

        using var application = ApplicationProcess.Start("Production", host.Folder, settings);
        await application.WaitUntilSaidAsync($"Outbox {row.Id}: TryLater, reply (null) 4.7.5");

        Assert.Empty(server.Mails);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal) || c.StartsWith("AUTH", StringComparison.Ordinal));
    }
}
