using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Data;

/// <summary>Gives the provider's context under the model's name, so that nobody else has to know the provider.</summary>
internal sealed class SharedContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<LobbyKitDbContext>
    where TContext : LobbyKitDbContext
{
    public LobbyKitDbContext CreateDbContext() => contexts.CreateDbContext();
}
