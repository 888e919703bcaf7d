using System.Globalization;

namespace LobbyKit.Web.Campaigns.Images;

/// <summary>What a picture is for.</summary>
/// <param name="IsPicture">The campaign's picture on the appeal.</param>
/// <param name="OrganisationId">The organisation whose logo it is; null for none.</param>
public sealed record ImageUse(bool IsPicture, int? OrganisationId)
{
    private const string Picture = "picture";
    private const string Logo = "logo-";

    public static ImageUse None { get; } = new(false, null);

    /// <summary>As a form writes it: empty, "picture", "logo-7".</summary>
    public override string ToString() => IsPicture ? Picture
        : OrganisationId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{Logo}{id}")
        : "";

    public static ImageUse Of(string? written) => written switch
    {
        Picture => new(true, null),
        not null when written.StartsWith(Logo, StringComparison.Ordinal)
            && int.TryParse(written[Logo.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) => new(false, id),
        _ => None,
    };
}
