namespace LobbyKit.Templates;

/// <summary>How the contact's country or institution takes part in the G20. Templates see the snake_case name.</summary>
public enum G20Status
{
    NonMember,
    Member,
    PermanentGuest,
    Invited,
}
