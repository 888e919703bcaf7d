using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>The editor: the text, and the sample that it is shown with.</summary>
public sealed class EditForm
{
    public string? Subject { get; set; }

    public string? Body { get; set; }

    public string? Note { get; set; }

    /// <summary>The number of the version that the writing began with.</summary>
    public int StartedFrom { get; set; }

    public bool FollowsSource { get; set; }

    public string? Country { get; set; }

    /// <summary>Null for the one that the country's supporters write to.</summary>
    public int? Office { get; set; }

    public string? SampleLanguage { get; set; }

    public string? Name { get; set; }

    public string? Place { get; set; }

    public string? Message { get; set; }

    public int Seed { get; set; }

    public PreviewKind View { get; set; }

    public LetterEdit ToEdit(string author) =>
        new(TypedText.Line(Subject), (Body ?? "").ReplaceLineEndings("\n"), TypedText.Line(Note), StartedFrom, author, FollowsSource);

    public LetterSample ToSample() => new(TypedText.Line(Name), TypedText.Line(Place), TypedText.Paragraphs(Message), Seed);

    public void Take(LetterSample sample) => (Name, Place, Message, Seed) = (sample.Name, sample.Place, sample.PersonalMessage, sample.Seed);
}
