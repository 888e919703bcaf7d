using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LobbyKit.DeliveryWorker;

/// <summary>
/// A worker of its own on the database of a test: sends until nothing waits, or dies where it is told to. Its settings come in the environment.
/// </summary>
public static class Worker
{
    /// <summary>What it writes once its first e-mail is handed over: it is in the midst of a batch.</summary>
    public const string AtWork = "at work";

    private static async Task Main(string[] args)
    {
        var point = Enum.Parse<CrashPoint>(args[0]);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = args[1], EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLobbyKitSecrets(builder.Configuration, builder.Environment);
        builder.Services.AddLobbyKitData(builder.Configuration);
        builder.Services.AddDelivery(builder.Configuration);
        builder.Services.AddSingleton<ISaveChangesInterceptor>(new CrashingSave(point));
        var transport = builder.Services.Single(s => s.ServiceType == typeof(IMailTransport)).ImplementationType!;
        builder.Services.AddSingleton<IMailTransport>(s => new CrashingTransport((IMailTransport)ActivatorUtilities.CreateInstance(s, transport), point));
        using var host = builder.Build();

        var batch = host.Services.GetRequiredService<DeliveryBatch>();
        var contexts = host.Services.GetRequiredService<IDbContextFactory<LobbyKitDbContext>>();
        while (true)
        {
            if ((await batch.RunAsync(CancellationToken.None)).Tried > 0)
            {
                continue;
            }

            await using var db = await contexts.CreateDbContextAsync();
            if (!await db.Outbox.AnyAsync(m => m.State == OutboxState.Waiting))
            {
                return;
            }

            // Another worker has the rest; if it dies, its claims run out.
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }
}
