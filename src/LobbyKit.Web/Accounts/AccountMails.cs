using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Writes the e-mails around accounts. They go out through the outbox, in the caller's transaction.</summary>
public sealed class AccountMails(Outbox outbox, MailAddresses addresses, TimeProvider clock)
{
    public void AddInvitation(LobbyKitDbContext db, string email, string inviter, string? campaignTitle, string link) => Add(
        db,
        email,
        "",
        campaignTitle is null ? "You are invited to LobbyKit" : $"You are invited to work on \"{campaignTitle}\"",
        $"""
        Hello,

        {inviter} invites you to {(campaignTitle is null ? "LobbyKit" : $"the team of the campaign \"{campaignTitle}\"")}.
        Make your account here:

        {link}

        The link works once, for 7 days. If you do not know what this is about, do nothing.
        """);

    public void AddTeamNotice(LobbyKitDbContext db, Account account, string inviter, string campaignTitle, string link) => Add(
        db,
        account.Email!,
        account.DisplayName,
        $"You are on the team of \"{campaignTitle}\"",
        $"""
        Hello {account.DisplayName},

        {inviter} has put you on the team of the campaign "{campaignTitle}". You find it in your workspace:

        {link}
        """);

    public void AddPasswordReset(LobbyKitDbContext db, Account account, string link) => Add(
        db,
        account.Email!,
        account.DisplayName,
        "Set a new password",
        $"""
        Hello {account.DisplayName},

        somebody, we hope you, asked for a new password for your LobbyKit account. Set it here:

        {link}

        The link works once, for two hours. If it was not you, do nothing: your password stays as it is.
        """);

    /// <summary>The same to every admin who may sign in.</summary>
    public async Task AddForAdminsAsync(LobbyKitDbContext db, string subject, string text, CancellationToken cancellationToken)
    {
        var ids = OneTimeLinks.Admins(db);
        foreach (var admin in await db.Users.AsNoTracking().Where(a => ids.Contains(a.Id) && a.DisabledAt == null && a.Email != null).ToListAsync(cancellationToken))
        {
            Add(db, admin.Email!, admin.DisplayName, subject, $"Hello {admin.DisplayName},\n\n{text}");
        }
    }

    /// <summary>To an admin: a lane of delivery does not work any more.</summary>
    public void AddDeliveryStopped(
        LobbyKitDbContext db, Account admin, string subject, string stopped, string since, string why, string toDo, string nextTry, string link) => Add(
        db,
        admin.Email!,
        admin.DisplayName,
        subject,
        $"""
        Hello {admin.DisplayName},

        {stopped}. It was stopped on {since}{(why.Length > 0 ? $": {why}" : "")}.

        What to do: {toDo}

        Nothing is lost: what was not taken waits. One e-mail is tried now and then, the next on {nextTry}, and when it is taken, all go on by
        themselves. You are told this once, not with every try. To see how it stands, to try at once, or to pause:

        {link}
        """);

    private void Add(LobbyKitDbContext db, string email, string name, string subject, string body) => outbox.Add(
        db,
        MailKind.Account,
        new OutgoingMail
        {
            MessageId = addresses.NewMessageId(),
            Date = clock.GetUtcNow(),
            EnvelopeFrom = addresses.EnvelopeFrom,
            FromName = "LobbyKit",
            FromAddress = addresses.FromAddress,
            ToName = name,
            ToAddress = email,
            Subject = subject,
            Body = body.ReplaceLineEndings("\n"),
            Language = "en",
            IsAutomatic = true,
        },
        campaignId: null,
        letter: null,
        contactId: null,
        clock.GetUtcNow().UtcDateTime);
}
