using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Tests.Contacts;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("  Présidence de  l’Élysée ", "PRESIDENCE DE L ELYSEE")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("STRASSE", "STRASSE")]
    [InlineData("Løkke Łódź Đoković Þór Ærø", "LOKKE LODZ DOKOVIC THOR AERO")]
    [InlineData("İstanbul ıstanbul", "ISTANBUL ISTANBUL")]
    [InlineData("Πρωθυπουργός", "ΠΡΩΘΥΠΟΥΡΓΟΣ")]
    [InlineData("U.K.", "UK")]
    [InlineData("post@bund.example", "POST BUNDEXAMPLE")]
    [InlineData("ﬁnance №５", "FINANCE NO5")]
    [InlineData("首相", "首相")]
    [InlineData("half \ud800 a pair", "HALF A PAIR")]
    [InlineData("", "")]
    public void Accents_case_and_signs_do_not_matter(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));
}
