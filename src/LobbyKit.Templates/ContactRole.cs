namespace LobbyKit.Templates;

/// <summary>What the person written to does. Templates see the snake_case name, e.g. <c>head_of_government</c>.</summary>
public enum ContactRole
{
    HeadOfGovernment,
    HeadOfState,
    ForeignMinister,
    InstitutionHead,
}
