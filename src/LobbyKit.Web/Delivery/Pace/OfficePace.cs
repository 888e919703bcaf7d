namespace LobbyKit.Web.Delivery.Pace;

/// <summary>How fast letters go to one office.</summary>
/// <param name="PerHour">In an hour of full weight.</param>
/// <param name="Curve">The weights.</param>
/// <param name="Zone">The office's.</param>
/// <param name="IsInTime">False where not all that waits can arrive before its event.</param>
public sealed record OfficePace(double PerHour, PaceCurve Curve, TimeZoneInfo Zone, bool IsInTime)
{
    /// <summary>Letters an hour at a moment.</summary>
    public double At(DateTime utc) => PerHour * Curve.WeightAt(utc, Zone);
}
