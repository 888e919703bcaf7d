namespace LobbyKit.Web.Audit;

/// <summary>One link of the chain: fixes an entry's place after the one before. See docs/adr/0005-the-audit-log-is-sealed-apart.md.</summary>
public sealed class AuditSeal
{
    /// <summary>1, 2, 3… without a gap. Of two nodes that want the same number one gets it.</summary>
    public long Sequence { get; init; }

    public long EntryId { get; init; }

    public DateTime SealedAt { get; init; }

    /// <summary>Of the hash before, this link's own values, and the entry's <see cref="AuditEntry.Mac"/>.</summary>
    public required string Hash { get; init; }
}
