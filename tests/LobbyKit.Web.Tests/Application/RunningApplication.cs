namespace LobbyKit.Web.Tests.Application;

/// <summary>One application for all tests of a class. They share its database, so each writes as a supporter of its own.</summary>
public sealed class RunningApplication : IDisposable
{
    public TestApplication Application { get; } = new();

    public void Dispose() => Application.Dispose();
}
