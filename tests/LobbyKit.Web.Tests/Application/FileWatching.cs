using System.Runtime.CompilerServices;

namespace LobbyKit.Web.Tests.Application;

/// <summary>Every application watches the files that its pages link to, and the system lets one user watch only so much: look now and then instead.</summary>
internal static class FileWatching
{
    [ModuleInitializer]
    internal static void LookNowAndThen() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
}
