using System.Reflection;

namespace LobbyKit.Web.Status;

/// <summary>What is running.</summary>
public static class ThisBuild
{
    public const string Kind =
#if LOBBYKIT_FULL
        "full";
#else
        "restricted";
#endif

    public static string Version { get; } =
        typeof(ThisBuild).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
