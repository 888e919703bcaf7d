namespace LobbyKit.Web.Contacts;

/// <summary>An office's name where its country does not stand beside it.</summary>
public static class OfficeTitle
{
    /// <returns>"Chancellery, Germany", but not "Chancellor of Germany, Germany".</returns>
    public static string Of(string office, string countryName) => office.Contains(countryName, StringComparison.Ordinal) ? office : $"{office}, {countryName}";
}
