namespace LobbyKit.Web.Tests.Campaigns.Seeding;

/// <summary>A copy of the sample campaign that a test may change.</summary>
internal sealed class SampleCampaign : IDisposable
{
    private static readonly string Sample = System.IO.Path.Combine(AppContext.BaseDirectory, "data/campaigns/keep-hope-alive");

    public SampleCampaign()
    {
        foreach (var file in Directory.EnumerateFiles(Sample, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Sample, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The folder of campaigns that it is in.</summary>
    public string Parent { get; } = Directory.CreateTempSubdirectory("lobbykit-campaigns-").FullName;

    public string Path => System.IO.Path.Combine(Parent, "keep-hope-alive");

    public string GermanLetter => System.IO.Path.Combine(Path, "letters", "de.scriban");

    public void Change(string file, string before, string after)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Parent, recursive: true);
}
