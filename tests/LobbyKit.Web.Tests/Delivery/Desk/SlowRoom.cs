namespace LobbyKit.Web.Tests.Delivery.Desk;

/// <summary>Letters go out at one an hour.</summary>
public sealed class SlowRoom() : DeliveryRoom(new() { ["LobbyKit:Pace:Enabled"] = "true", ["LobbyKit:Pace:RelayPerHour"] = "1" });
