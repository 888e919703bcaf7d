namespace LobbyKit.Web.Audit;

/// <summary>What a look at the whole log found.</summary>
/// <param name="Sealed">Entries in the chain that were found as they were written, up to the first that was not.</param>
/// <param name="Unsealed">Entries that wait for their seal; usually those of the last seconds.</param>
/// <param name="OldestUnsealed">Null for none.</param>
/// <param name="Head">Number and hash of the last seal, such as 512:Zm9v…; empty for none. To be kept elsewhere.</param>
/// <param name="Problem">The first that is wrong, in words; null where everything is as it was written.</param>
/// <param name="EntryId">The entry that it is about, where it is about one.</param>
public sealed record AuditVerdict(long Sealed, int Unsealed, DateTime? OldestUnsealed, string Head, string? Problem, long? EntryId)
{
    public bool IsWhole => Problem is null;
}
