using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Addresses;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Infrastructure.Security;
using LobbyKit.Web.Infrastructure.Start;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLobbyKitSecrets(builder.Configuration, builder.Environment);
builder.Services.AddLobbyKitData(builder.Configuration);
builder.Services.AddLobbyKitAddresses();
builder.Services.AddLobbyKitLocalisation();
builder.Services.AddLobbyKitSecurity();
builder.Services.AddSingleton<ApplicationStart>();
builder.Services.AddAccounts();
builder.Services.AddContacts(builder.Configuration);
builder.Services.AddCampaigns();
builder.Services.AddDelivery(builder.Configuration);
builder.Services.AddLetters();
builder.Services.AddLobbyKitPages();
builder.Services.AddPlainOutput(args);

var app = builder.Build();
app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseLanguageInAddress();
app.UseExceptionHandler("/problem");
app.UseStatusCodePagesWithReExecute("/problem", "?code={0}");
app.UseTransportSecurity();
app.UseResponseCompression();
app.UseLobbyKitFiles();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
return await app.RunPlainlyAsync(args);

/// <summary>Public so that tests can start the application as it is.</summary>
public partial class Program;
