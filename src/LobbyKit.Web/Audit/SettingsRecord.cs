using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Audit;

/// <summary>
/// Notes at each start what the settings are, and so in the log what somebody with access to the server has changed since. Who that was
/// is for the server to know.
/// </summary>
public sealed class SettingsRecord(
    IDbContextFactory<LobbyKitDbContext> contexts, IConfiguration configuration, SecretTokens tokens, ILogger<SettingsRecord> logger)
{
    private const string Section = "LobbyKit";

    /// <summary>Each node's own, and so none of the installation's: noted, they would change back and forth with every start.</summary>
    private static readonly string[] OfOneNode =
        ["LobbyKit:Role", "LobbyKit:Database:", "LobbyKit:Keys:Folder", "LobbyKit:Mail:DemoMailboxFolder", "LobbyKit:Mail:DemoMailboxPort"];

    private static readonly string[] SecretWords = ["Password", "Secret", "Token", "Key", "ConnectionString", "Headers"];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = configuration.GetSection(Section).AsEnumerable()
            .Where(s => s.Value is not null && s.Key.Length <= RecordedSetting.NameLength && !OfOneNode.Any(o => s.Key.StartsWith(o, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(s => s.Key, s => s.Value!, StringComparer.OrdinalIgnoreCase);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = (await db.RecordedSettings.ToListAsync(cancellationToken)).ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        db.RecordedSettings.RemoveRange(known.Values.Where(s => !now.ContainsKey(s.Name)));
        foreach (var (name, value) in now)
        {
            if (!known.TryGetValue(name, out var setting))
            {
                setting = new RecordedSetting { Name = name };
                db.RecordedSettings.Add(setting);
            }

            var isSecret = IsSecret(name);
            setting.Value = isSecret ? "" : value;
            setting.SecretFingerprint = isSecret ? tokens.Derive("setting", name, value) : null;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node starts at the same moment, with the same settings.
            logger.LogInformation("The settings were noted by another node.");
        }
    }

    private static bool IsSecret(string name) =>
        name.Split(':')[^1] is var last && SecretWords.Any(s => last.Contains(s, StringComparison.OrdinalIgnoreCase));
}
