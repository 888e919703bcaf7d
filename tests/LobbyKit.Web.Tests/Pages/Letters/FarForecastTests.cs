using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Delivery.Desk;

namespace LobbyKit.Web.Tests.Pages.Letters;

/// <summary>800 letters wait, and one goes an hour: the last of them goes in more than a month, and the summit is in three weeks.</summary>
public sealed class FarForecastTests(SlowRoom room) : IClassFixture<SlowRoom>, IAsyncLifetime
{
    private const int Letters = 800;

    private List<(long Id, string Receipt)> mails = [];

    public async Task InitializeAsync()
    {
        await room.ClearAsync();
        mails = await room.QueueAsync(Letters);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(
        "en", "Check my letter", "Goes out, once you have confirmed it", "in more than 30 days",
        "Letters that go before it: {0}. They go out a few at a time, so that each can be read.", "That may be after the event has begun.",
        "Your letter waits for its turn", "It goes out in more than 30 days.",
        "Letters go out a few at a time, so that every office can read what it gets. It takes more than 30 days until all that wait now have gone.")]
    [InlineData(
        "fr", "Vérifier ma lettre", "Part, une fois confirmée par vous", "dans plus de 30 jours",
        "Lettres qui partent avant elle : {0}. Elles partent peu à peu, afin que chacune puisse être lue.", "Ce sera peut-être après le début de l’événement.",
        "Votre lettre attend son tour", "Elle part dans plus de 30 jours.",
        "Les lettres partent peu à peu, afin que chaque service puisse lire ce qu’il reçoit. Il faut plus de 30 jours pour que toutes celles qui attendent soient parties.")]
    [InlineData(
        "ar", "مراجعة رسالتي", "تُرسل بعد أن تؤكدوها", "بعد أكثر من 30 يومًا",
        "عدد الرسائل التي تُرسل قبلها: {0}. وتُرسل شيئًا فشيئًا كي تُقرأ كل واحدة منها.", "قد يكون ذلك بعد بدء الحدث.",
        "رسالتكم تنتظر دورها", "تُرسل بعد أكثر من 30 يومًا.",
        "تُرسل الرسائل شيئًا فشيئًا كي تستطيع كل جهة قراءة ما يصلها. ويستغرق إرسال كل الرسائل المنتظرة الآن أكثر من 30 يومًا.")]
    public async Task More_than_a_month_is_told_with_its_reason_and_what_it_means(
        string language, string button, string question, string when, string turn, string late, string title, string sentence, string appeal)
    {
        using var supporter = new Visitor(room.Application);

        await supporter.OpenAsync($"/{language}/letters/{mails[^1].Receipt}");
        Assert.Equal(title, supporter.Heading);
        Assert.Contains($"{sentence} {late} {string.Format(null, turn, Letters - 1)}", supporter.MainText, StringComparison.Ordinal);

        await supporter.OpenAsync($"/{language}/campaigns/keep-hope-alive");
        Assert.Equal($"{appeal} {late}", Visitor.Line(supporter.Page.QuerySelector(".forecast")));

        await supporter.OpenAsync($"/{language}/campaigns/keep-hope-alive/write/FR?to={room.Contact.Id}");
        await supporter.SendAsync(supporter.Press(button).With("Form.Name", "Ada Lovelace").With("Form.Email", "ada@home.example").With("Form.Consent", "true"));
        var answer = supporter.Page.QuerySelectorAll("dt").Single(t => Visitor.Line(t) == question).NextElementSibling;
        Assert.Equal($"{when} {late} {string.Format(null, turn, Letters)}", Visitor.Line(answer));
    }

    [Fact]
    public async Task The_first_of_them_is_told_nothing_of_months()
    {
        using var supporter = new Visitor(room.Application);

        await supporter.OpenAsync($"/en/letters/{mails[0].Receipt}");

        Assert.Contains("It goes out in the next minutes.", supporter.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("after the event", supporter.MainText, StringComparison.Ordinal);
    }
}
