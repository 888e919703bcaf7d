using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LobbyKit.Web.Data.SqlServer;

/// <summary>One transaction around ordinary saves: rows are locked, and everybody else works on.</summary>
internal sealed class SqlServerBulkSave(LobbyKitDbContext db) : IBulkSave
{
    private IDbContextTransaction? transaction;

    public Task<int?> ReserveIdsAsync<TEntity>(int count, CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    public async Task<bool> AddAsync(CancellationToken cancellationToken)
    {
        transaction ??= await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    public async Task<bool> WriteAsync(Func<Task> last, CancellationToken cancellationToken)
    {
        transaction ??= await db.Database.BeginTransactionAsync(cancellationToken);
        await last();
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
        {
            // Rolls back what was not committed.
            await transaction.DisposeAsync();
            transaction = null;
        }
    }
}
