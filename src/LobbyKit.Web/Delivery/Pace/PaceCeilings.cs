namespace LobbyKit.Web.Delivery.Pace;

/// <summary>What no setting and no approaching event exceeds: more would be taken for an attack, and filtered.</summary>
public static class PaceCeilings
{
    public const int ContactPerHour = 1_200;

    public const int DomainPerHour = 3_600;

    public const int RelayPerHour = 360_000;
}
