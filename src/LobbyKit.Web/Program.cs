using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLobbyKitSecrets(builder.Configuration, builder.Environment);
builder.Services.AddLobbyKitData(builder.Configuration);
builder.Services.AddDelivery(builder.Configuration);
builder.Services.AddRazorPages();

var app = builder.Build();
await app.Services.GetRequiredService<DatabaseStart>().RunAsync(app.Lifetime.ApplicationStopping);
app.UseStaticFiles();
app.MapRazorPages();
await app.RunAsync();

/// <summary>Public so that tests can start the application as it is.</summary>
public partial class Program;
