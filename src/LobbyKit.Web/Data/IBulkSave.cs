namespace LobbyKit.Web.Data;

/// <summary>
/// Saves changes of very many entities in one transaction, all or nothing, with the audit log's entries of them. Where a database has one
/// writer at a time, others are kept waiting only while it is written, and not while it is worked out.
/// </summary>
public interface IBulkSave : IAsyncDisposable
{
    /// <summary>Ids for entities that are about to be added.</summary>
    /// <typeparam name="TEntity">With an id that the database gives.</typeparam>
    /// <returns>The first of so many in a row; null where the database gives them as it writes.</returns>
    Task<int?> ReserveIdsAsync<TEntity>(int count, CancellationToken cancellationToken);

    /// <summary>Takes over what is changed in the context, which is empty afterwards.</summary>
    /// <returns>False where something is another thing by now: nothing can be written.</returns>
    Task<bool> AddAsync(CancellationToken cancellationToken);

    /// <summary>Writes everything.</summary>
    /// <param name="last">What is done last within the transaction.</param>
    /// <param name="cancellationToken">Ends it; nothing is written.</param>
    /// <returns>False where something is another thing by now: nothing was written.</returns>
    Task<bool> WriteAsync(Func<Task> last, CancellationToken cancellationToken);
}
