using System.Text;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Letters;

public sealed class LetterSizeTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    /// <summary>What the keys' id, the fields' names and the seal add, in bytes.</summary>
    private const int Around = 1_200;

    [Theory]
    [InlineData("Я прошу Вас говорить о правах человека. ")]
    [InlineData("أرجو منكم التحدث عن حقوق الإنسان. ")]
    [InlineData("人権について話していただきたいのです。")]
    public async Task Every_script_takes_the_room_of_its_letters(string sentence)
    {
        var message = string.Concat(Enumerable.Repeat(sentence, 1_000 / sentence.Length)).TrimEnd();
        using var writer = new LetterWriter(running.Application, Supporter.New() with { PersonalMessage = message });
        await writer.SubmitAsync();

        var written = writer.ShownSubject + writer.ShownBody + message;
        Assert.InRange((await writer.LetterAsync()).Sealed!.Content.Length, 0, Encoding.UTF8.GetByteCount(written) + Around);
    }
}
