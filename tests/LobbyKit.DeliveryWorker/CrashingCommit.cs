using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LobbyKit.DeliveryWorker;

/// <summary>Ends the process after a claim, an outcome, or what follows from one was written, before it is committed.</summary>
/// <remarks>Asks the transaction itself what it is about to commit. It is handed over as the other interface, as the application collects those.</remarks>
internal sealed class CrashingCommit(CrashPoint point) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        var isReached = point switch
        {
            CrashPoint.Claiming => Has(transaction, "SELECT 1 FROM Outbox WHERE ClaimId IS NOT NULL"),
            CrashPoint.Recording => Has(transaction, "SELECT 1 FROM DeliveryAttempts"),
            CrashPoint.Settling => Has(transaction, "SELECT 1 FROM Outbox WHERE State = 'Accepted'"),
            _ => false,
        };
        if (isReached)
        {
            Death.Now();
        }

        return ValueTask.FromResult(result);
    }

    private static bool Has(DbTransaction transaction, string question)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The three above.
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar() is not null;
    }
}
