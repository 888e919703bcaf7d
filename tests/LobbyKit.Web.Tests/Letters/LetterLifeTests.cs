using LobbyKit.Web.Letters;
using static LobbyKit.Web.Letters.LetterState;

namespace LobbyKit.Web.Tests.Letters;

public sealed class LetterLifeTests
{
    // Written down a second time on purpose: a move that is added or lost has to be meant.
    private static readonly (LetterState From, LetterState To)[] Allowed =
    [
        (AwaitingConfirmation, Queued), (AwaitingConfirmation, Held), (AwaitingConfirmation, Reported), (AwaitingConfirmation, Withdrawn),
        (AwaitingConfirmation, Expired),
        (Held, Queued), (Held, Withdrawn), (Held, Expired),
        (Queued, Sending), (Queued, Accepted), (Queued, Retrying), (Queued, Rejected), (Queued, Withdrawn),
        (Sending, Accepted), (Sending, Retrying), (Sending, Rejected), (Sending, Queued),
        (Retrying, Sending), (Retrying, Accepted), (Retrying, Retrying), (Retrying, Withdrawn), (Retrying, Rejected),
        (Accepted, Bounced), (Accepted, Answered),
        (Bounced, Answered),
        (Reported, AwaitingConfirmation), (Reported, Answered),
    ];

    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    public static TheoryData<LetterState, LetterState> AllPairs
    {
        get
        {
            var data = new TheoryData<LetterState, LetterState>();
            foreach (var from in Enum.GetValues<LetterState>())
            {
                foreach (var to in Enum.GetValues<LetterState>())
                {
                    data.Add(from, to);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void A_letter_moves_where_the_table_allows_and_nowhere_else(LetterState from, LetterState to)
    {
        var letter = NewLetter(from);
        var allowed = Allowed.Contains((from, to));
        Assert.Equal(allowed, LetterLife.MayMove(from, to));

        if (!allowed)
        {
            Assert.Throws<InvalidOperationException>(() => letter.MoveTo(to, Now, LetterActor.Admin));
            Assert.Equal((from, 0, 0), (letter.State, letter.Revision, letter.Events.Count));
            return;
        }

        letter.MoveTo(to, Now, LetterActor.Admin);
        Assert.Equal((to, Now, 1), (letter.State, letter.StateAt, letter.Revision));
        var step = Assert.Single(letter.Events);
        Assert.Equal((from, to, Now, LetterActor.Admin), (step.From, step.To, step.At, step.By));
    }

    [Fact]
    public void A_letter_on_its_way_is_not_finished_and_a_lost_one_is_not_counted()
    {
        LetterState[] onTheWay = [AwaitingConfirmation, Held, Queued, Sending, Retrying];
        LetterState[] lost = [AwaitingConfirmation, Held, Expired, Withdrawn, Rejected, Bounced];

        Assert.Equal(Enum.GetValues<LetterState>().Except(onTheWay).Order(), LetterLife.Finished.Order());
        Assert.Equal(Enum.GetValues<LetterState>().Except(lost).Order(), LetterLife.Counted.Order());
    }

    private static Letter NewLetter(LetterState state) => new()
    {
        CountryCode = "DE",
        Language = "de",
        ReaderLanguage = "en",
        ReceiptTokenHash = "hash",
        ConsentVersion = "1",
        State = state,
    };
}
