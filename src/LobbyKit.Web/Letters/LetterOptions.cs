using System.ComponentModel.DataAnnotations;

namespace LobbyKit.Web.Letters;

/// <summary>Settings under <c>LobbyKit:Letters</c>.</summary>
public sealed class LetterOptions
{
    public const string Section = "LobbyKit:Letters";

    /// <summary>Days after which what is personal in a finished letter is erased.</summary>
    [Range(1, 365, ErrorMessage = "LobbyKit:Letters:RetentionDays has to be from 1 to 365.")]
    public int RetentionDays { get; set; } = 30;

    /// <summary>Days that a supporter has to confirm a letter.</summary>
    [Range(1, 30, ErrorMessage = "LobbyKit:Letters:ConfirmationDays has to be from 1 to 30.")]
    public int ConfirmationDays { get; set; } = 7;

    /// <summary>Confirmations that one e-mail address gets in 24 hours; nobody's mailbox is flooded through us.</summary>
    [Range(1, 100, ErrorMessage = "LobbyKit:Letters:ConfirmationsPerAddressPerDay has to be from 1 to 100.")]
    public int ConfirmationsPerAddressPerDay { get; set; } = 5;

    /// <summary>Seconds that a person needs at least for the form; quicker ones are held.</summary>
    [Range(0, 60, ErrorMessage = "LobbyKit:Letters:MinimumFillSeconds has to be from 0 to 60.")]
    public int MinimumFillSeconds { get; set; } = 3;
}
