using System.Collections.Concurrent;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>Where letters go at this moment; asked of the database again once the answer is a second old.</summary>
public sealed class OfficeAddresses(IDbContextFactory<LobbyKitDbContext> contexts, DeliveryPolicy policy, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<int, (string? Address, long AskedAt)> known = new();

    /// <returns>Null where nothing may be sent to this contact any more.</returns>
    internal async ValueTask<string?> OfAsync(int contactId, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(contactId, out var seen) && clock.GetElapsedTime(seen.AskedAt) < Fresh)
        {
            return seen.Address;
        }

        var now = clock.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var address = (await policy.AddressesAsync(db, [contactId], cancellationToken)).GetValueOrDefault(contactId)?.Address;
        known[contactId] = (address, now);
        return address;
    }

    /// <summary>For when a refusal may have stopped the address.</summary>
    internal void Forget(int contactId) => known.TryRemove(contactId, out _);
}
