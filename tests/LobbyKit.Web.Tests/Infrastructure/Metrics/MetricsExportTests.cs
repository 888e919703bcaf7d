using System.Net;
using System.Net.Sockets;
using System.Text;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Delivery;

namespace LobbyKit.Web.Tests.Infrastructure.Metrics;

public sealed class MetricsExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lobbykit-metrics-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_collector_gets_deliverys_figures_and_the_runtimes()
    {
        using var collector = new HttpListener();
        var port = FreePort();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        await using var application = new TestApplication(new()
        {
            ["LobbyKit:Metrics:OtlpEndpoint"] = $"http://127.0.0.1:{port}",
            ["LobbyKit:Metrics:OtlpHeaders"] = "Authorization=Bearer abc",
            ["LobbyKit:Metrics:OtlpIntervalSeconds"] = "1",
        });
        _ = application.Address;

        // The gauges show nothing before they were counted once: look until they do.
        var body = await Wait.ForAsync("the figures", async () =>
        {
            var context = await collector.GetContextAsync().WaitAsync(Wait.AtMost);
            Assert.Equal(("POST", "/v1/metrics", "application/x-protobuf", "Bearer abc"),
                (context.Request.HttpMethod, context.Request.Url!.AbsolutePath, context.Request.ContentType, context.Request.Headers["Authorization"]));
            using var content = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(content);
            context.Response.StatusCode = 200;
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
            var text = Encoding.Latin1.GetString(content.ToArray());
            return text.Contains("lobbykit.delivery.queue.depth", StringComparison.Ordinal) ? text : null;
        });

        Assert.Contains("lobbykit.delivery.paused", body, StringComparison.Ordinal);
        Assert.Contains("dotnet.gc.collections", body, StringComparison.Ordinal);
        Assert.Contains("service.name", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OtlpEndpoint=collector:4317", "LobbyKit:Metrics:OtlpEndpoint is 'collector:4317'; it can be the address of a collector that takes OTLP over HTTP")]
    [InlineData("OtlpEndpoint=http://127.0.0.1:4318;OtlpIntervalSeconds=0;OtlpHeaders=s3cret", "LobbyKit:Metrics:OtlpIntervalSeconds is '0'; it can be a whole number of seconds from 1 to 3600|LobbyKit:Metrics:OtlpHeaders cannot be read")]
    public async Task A_wrong_setting_ends_the_process_at_its_start(string settings, string named)
    {
        var all = DeliveryHost.Settings(folder, 1);
        foreach (var setting in settings.Split(';').Select(s => s.Split('=', 2)))
        {
            all[$"LobbyKit:Metrics:{setting[0]}"] = setting[1];
        }

        using var application = ApplicationProcess.Start("Production", folder, all);

        Assert.NotEqual(0, await application.WaitForExitAsync());
        Assert.All(named.Split('|'), words => Assert.Contains(words, application.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", application.Output, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
