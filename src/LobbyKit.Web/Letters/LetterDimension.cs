namespace LobbyKit.Web.Letters;

/// <summary>By what letters are summed up.</summary>
public enum LetterDimension
{
    Day,
    Country,
    Language,
}
