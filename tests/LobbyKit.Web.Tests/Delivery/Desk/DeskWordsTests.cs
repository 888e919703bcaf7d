using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Tests.Delivery.Desk;

public sealed class DeskWordsTests
{
    [Fact]
    public void There_are_words_of_its_own_for_everything_that_can_happen()
    {
        HaveWords(Enum.GetValues<MailKind>(), DeskWords.Of);
        HaveWords(Enum.GetValues<MailStanding>(), DeskWords.Of);
        HaveWords(Enum.GetValues<DeliveryOutcome>(), DeskWords.Of);
        HaveWords(Enum.GetValues<LaneKind>(), DeskWords.Of);
        HaveWords(Enum.GetValues<AnswerReason>(), DeskWords.Why);
    }

    private static void HaveWords<T>(T[] values, Func<T, string> words) =>
        Assert.Equal(values.Length, values.Select(words).Where(w => w.Length > 0).Distinct().Count());
}
