using System.ComponentModel.DataAnnotations;

namespace LobbyKit.Web.Pages.Campaigns.Write;

/// <summary>What a supporter knows of an office that is missing here.</summary>
public sealed class SuggestionForm
{
    /// <summary>The fields in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Questions =
        [.. new[] { nameof(Office), nameof(Address), nameof(Source) }.Select(name => $"Form.{name}")];

    [Required(ErrorMessage = "Suggest.Office.Missing")]
    [StringLength(250, ErrorMessage = "Suggest.TooLong")]
    public string? Office { get; set; }

    [Required(ErrorMessage = "Suggest.Address.Missing")]
    [StringLength(1000, ErrorMessage = "Suggest.TooLong")]
    public string? Address { get; set; }

    [Required(ErrorMessage = "Suggest.Source.Missing")]
    [StringLength(1000, ErrorMessage = "Suggest.TooLong")]
    public string? Source { get; set; }

    public string? Website { get; set; }
}
