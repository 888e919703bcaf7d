namespace LobbyKit.Templates.Syntax;

/// <summary>What an expression gives: the types of fields, and yes or no.</summary>
internal enum ValueKind
{
    Text,
    Number,
    Date,
    Choice,
    YesNo,
}
