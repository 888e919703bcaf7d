using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>Takes away what tells who wrote. What stays: country, language, route, state and dates.</summary>
internal static class LetterScrub
{
    /// <summary>Of the letter itself; to be saved in one transaction with <see cref="EraseAsync"/>.</summary>
    public static void Apply(Letter letter)
    {
        letter.HasText = false;
        letter.AddressFingerprint = null;
        letter.OneLetterKey = null;
        letter.ConfirmTokenHash = null;
    }

    /// <summary>Of what belongs to letters, within the caller's transaction.</summary>
    public static async Task EraseAsync(LobbyKitDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await db.SealedLetters.Where(s => ids.Contains(s.LetterId)).ExecuteDeleteAsync(cancellationToken);
        await OutboxScrub.ApplyAsync(db, ids, cancellationToken);
    }
}
