using LobbyKit.Web.Delivery.Meters;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace LobbyKit.Web.Infrastructure.Metrics;

/// <summary>Sends what the instruments show to a collector, where one is set: delivery's, the runtime's and the web server's.</summary>
internal sealed class MetricsExport(IOptions<MetricsOptions> settings, ILogger<MetricsExport> logger) : IHostedService, IDisposable
{
    private static readonly string[] Meters =
        [DeliveryMeter.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Diagnostics"];

    private MeterProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var options = settings.Value;
        if (options.IsOn)
        {
            provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(r => r.AddService("lobbykit", serviceVersion: typeof(MetricsExport).Assembly.GetName().Version?.ToString()))
                .AddMeter(Meters)
                .AddOtlpExporter((exporter, reader) =>
                {
                    exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                    exporter.Endpoint = options.OtlpAddress;
                    exporter.Headers = options.OtlpHeaders;
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = options.OtlpIntervalSeconds * 1000;
                })
                .Build();
            logger.LogInformation("Metrics go to {Host} every {Seconds} seconds.", options.OtlpAddress.Authority, options.OtlpIntervalSeconds);
        }

        return Task.CompletedTask;
    }

    // Disposing sends what is left, and does not wait for long.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        provider?.Dispose();
        provider = null;
    }
}
