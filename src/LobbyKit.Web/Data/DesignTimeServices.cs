using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Data;

/// <summary>The part of the application that shapes the model: ASP.NET Core Identity makes its tables by its options.</summary>
internal static class DesignTimeServices
{
    public static IServiceProvider Create() => new ServiceCollection().Configure<IdentityOptions>(DataRegistration.ConfigureTables).BuildServiceProvider();
}
