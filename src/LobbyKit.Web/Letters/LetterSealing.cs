using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>Writes and reads what tells who wrote a letter.</summary>
public static class LetterSealing
{
    public static SealedLetter SealLetter(this SealedJson sealing, LetterContent content) => new() { Content = sealing.Seal(content) };

    /// <returns>Null once it is scrubbed or erased.</returns>
    public static async Task<LetterContent?> OpenLetterAsync(this SealedJson sealing, LobbyKitDbContext db, long letterId, CancellationToken cancellationToken) =>
        await db.SealedLetters.Where(s => s.LetterId == letterId).Select(s => s.Content).FirstOrDefaultAsync(cancellationToken) is { } content
            ? sealing.Open<LetterContent>(content)
            : null;
}
