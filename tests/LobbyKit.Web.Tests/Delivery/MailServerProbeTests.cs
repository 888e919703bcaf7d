using LobbyKit.Web.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class MailServerProbeTests
{
    [Fact]
    public async Task It_greets_takes_leave_and_sends_nothing()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);

        var finding = await GreetAsync(host);

        Assert.Equal($"The mail server 127.0.0.1, port {server.Port} answers; nobody was logged in and nothing sent.", finding);
        Assert.Empty(server.Mails);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) || c.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_server_without_the_protection_that_is_asked_for_is_none()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, settings => settings["LobbyKit:Mail:Security"] = "StartTls");

        Assert.Contains("does not offer STARTTLS", (await Assert.ThrowsAsync<InvalidDataException>(() => GreetAsync(host))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_silent_is_not_waited_for()
    {
        await using var server = new TestSmtpServer { Script = (step, _) => step == "EHLO" ? TestSmtpServer.Silence : null };
        await using var host = await DeliveryHost.CreateAsync(server);

        Assert.Contains("has not answered within 1 seconds", (await Assert.ThrowsAsync<InvalidDataException>(() => GreetAsync(host))).Message, StringComparison.Ordinal);
    }

    private static Task<string> GreetAsync(DeliveryHost host) =>
        host.Services.GetRequiredService<MailServerProbe>().GreetAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
}
