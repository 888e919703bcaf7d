using System.Diagnostics;

namespace LobbyKit.Web.Tests.Application;

internal static class Wait
{
    /// <summary>Long enough where other tests use the machine at the same time: only what never comes is missed.</summary>
    public static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    /// <summary>Looks again and again until there is something, and not for ever.</summary>
    public static async Task<T> ForAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            Assert.True(watch.Elapsed < AtMost, $"Waited {AtMost.TotalSeconds} s in vain for {what}.");
            await Task.Delay(20);
        }
    }
}
