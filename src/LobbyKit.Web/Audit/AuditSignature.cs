using System.Globalization;
using System.Security.Cryptography;
using LobbyKit.Web.Infrastructure.Secrets;

namespace LobbyKit.Web.Audit;

/// <summary>
/// The two keyed hashes of the log. Keyed, because who can write to the database could make plain ones anew; the key is sealed with
/// keys that are not in the database.
/// </summary>
public sealed class AuditSignature(SecretTokens tokens)
{
    /// <summary>Of everything that an entry says; not of its id, which the database gives.</summary>
    public string Of(AuditEntry entry) => tokens.Derive(
        "audit-entry.v1",
        entry.Nonce.ToString("N"), Text(entry.At.Ticks), entry.AccountId is { } id ? Text(id) : "", entry.ActorName, entry.Address,
        entry.Action.ToString(), entry.Kind.ToString(), entry.SubjectId, entry.SubjectName, entry.ChangesJson);

    /// <param name="before">The hash before; empty for the first.</param>
    public string Of(string before, long sequence, long entryId, DateTime sealedAt, string entryMac) =>
        tokens.Derive("audit-seal.v1", before, Text(sequence), Text(entryId), Text(sealedAt.Ticks), entryMac);

    /// <summary>Has the key at hand from now on.</summary>
    /// <exception cref="CryptographicException">The keys that sealed it are gone.</exception>
    public void Prepare() => tokens.Derive("");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
