using System.Text.RegularExpressions;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Data.Sqlite;
using LobbyKit.Web.Tests.Architecture;

namespace LobbyKit.Web.Tests.Audit;

/// <summary>What is in the log is decided for every entity, and no secret gets there.</summary>
public sealed partial class AuditRulesTests
{
    [Fact]
    public void Every_entity_is_in_the_log_or_has_a_reason_not_to_be()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        var entities = db.Model.GetEntityTypes().Select(t => t.ClrType).Distinct().ToList();

        Assert.NotEmpty(entities);
        Assert.Empty(entities.Where(e => AuditRules.All.ContainsKey(e) == AuditRules.NotAudited.ContainsKey(e)).Select(e => e.Name));
        Assert.Empty(AuditRules.All.Keys.Concat(AuditRules.NotAudited.Keys).Except(entities).Select(e => e.Name));
        Assert.All(AuditRules.NotAudited.Values, reason => Assert.EndsWith(".", reason, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_called_a_secret_is_recorded_as_one()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        var recorded = db.Model.GetEntityTypes().Where(t => AuditRules.All.ContainsKey(t.ClrType))
            .SelectMany(t => t.GetProperties().Where(AuditRules.All[t.ClrType].Records).Select(p => (Rule: AuditRules.All[t.ClrType], p.Name))).ToList();
        var secrets = recorded.Where(p => p.Rule.IsSecret(p.Name)).Select(p => $"{p.Rule.Entity.Name.Split('`')[0]}.{p.Name}").ToList();

        Assert.NotEmpty(recorded);
        // A picture's hash is its public name.
        Assert.Empty(recorded.Where(p => SecretName().IsMatch(p.Name) && !p.Rule.IsSecret(p.Name) && p.Name is not ("Hash" or "PictureHash" or "LogoHash")).Select(p => $"{p.Rule.Entity.Name}.{p.Name}"));
        Assert.Contains("Account.PasswordHash", secrets);
        Assert.Contains("Account.SecurityStamp", secrets);
        Assert.Contains("IdentityUserToken.Value", secrets);
    }

    [Fact]
    public void Only_who_looks_after_the_database_writes_SQL()
    {
        // What is saved is recorded; SQL is not. These read, or set up connections and copies; one writes the log's entries with what it saves;
        // and one adds rows of what is not in the log, which LobbyKitDbContext.InsertAsync holds.
        string[] known = ["SqliteBulkSave.cs", "SqliteEngine.cs", "SqliteInsert.cs", "SqlServerEngine.cs", "SqlitePragmas.cs"];

        Assert.Equal(
            known.Order(StringComparer.Ordinal),
            SourceTree.Files("*.cs").Where(f => RawSql().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("Hash(?!tag)|Stamp|Token|Secret|Password|Key$|Credential|Fingerprint")]
    private static partial Regex SecretName();

    [GeneratedRegex(@"ExecuteSql|FromSql|SqlQuery|CreateCommand\(")]
    private static partial Regex RawSql();
}
