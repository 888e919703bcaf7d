namespace LobbyKit.Web.Contacts;

public static class TelephoneNumber
{
    /// <summary>The part of a number that a telephone dials: "+49 30 18400 0" gives "+49301840000", "150 (inside Türkiye)" gives "150".</summary>
    public static string Dial(string number)
    {
        var digits = number.Split('(', ',', ';')[0];
        return string.Concat(digits.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));
    }
}
