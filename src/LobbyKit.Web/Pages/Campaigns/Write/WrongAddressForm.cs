using System.ComponentModel.DataAnnotations;

namespace LobbyKit.Web.Pages.Campaigns.Write;

/// <summary>What a supporter knows of an office whose address is wrong.</summary>
public sealed class WrongAddressForm
{
    /// <summary>The fields in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Questions = [.. new[] { nameof(Address), nameof(Source) }.Select(name => $"Form.{name}")];

    [Required(ErrorMessage = "WrongAddress.Address.Missing")]
    [StringLength(1000, ErrorMessage = "Suggest.TooLong")]
    public string? Address { get; set; }

    [Required(ErrorMessage = "Suggest.Source.Missing")]
    [StringLength(1000, ErrorMessage = "Suggest.TooLong")]
    public string? Source { get; set; }

    public string? Website { get; set; }
}
