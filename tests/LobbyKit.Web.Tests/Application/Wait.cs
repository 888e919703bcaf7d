using System.Diagnostics;

namespace LobbyKit.Web.Tests.Application;

internal static class Wait
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);

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
