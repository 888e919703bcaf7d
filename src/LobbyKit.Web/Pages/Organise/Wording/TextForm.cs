using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LobbyKit.Web.Pages.Organise.Wording;

/// <summary>What a campaign says in one language.</summary>
public sealed class TextForm : EditedForm
{
    public const int StoryLength = 40_000;
    public const int ConsentLength = 4_000;
    public const int TipsLength = 4_000;

    /// <summary>The fields in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Questions = [.. new TextForm().EditedFields().Select(f => $"Form.{f.Name}")];

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Demand { get; set; }

    public string? EventName { get; set; }

    public string? EventPlace { get; set; }

    public string? Story { get; set; }

    public string? ConsentWording { get; set; }

    public string? WritingTips { get; set; }

    public string? PhoneScript { get; set; }

    public string? ShareText { get; set; }

    public static TextForm Of(CampaignText text)
    {
        var form = new TextForm
        {
            Title = text.Title,
            Summary = text.Summary,
            Demand = text.Demand,
            EventName = text.EventName,
            EventPlace = text.EventPlace,
            Story = text.Story,
            ConsentWording = text.ConsentWording,
            WritingTips = text.WritingTips,
            PhoneScript = text.PhoneScript,
            ShareText = text.ShareText,
        };
        form.Begin(text.Revision);
        return form;
    }

    public override IReadOnlyList<EditedField> EditedFields() =>
    [
        new(nameof(Title), "Title", () => Title ?? "", v => Title = v),
        new(nameof(Summary), "Summary", () => Summary ?? "", v => Summary = v),
        new(nameof(Demand), "Demand", () => Demand ?? "", v => Demand = v),
        new(nameof(EventName), "Name of the event", () => EventName ?? "", v => EventName = v),
        new(nameof(EventPlace), "Place of the event", () => EventPlace ?? "", v => EventPlace = v),
        new(nameof(Story), "Story", () => Story ?? "", v => Story = v),
        new(nameof(ConsentWording), "Consent", () => ConsentWording ?? "", v => ConsentWording = v),
        new(nameof(WritingTips), "Hints for the own paragraph", () => WritingTips ?? "", v => WritingTips = v),
        new(nameof(PhoneScript), "Phone script", () => PhoneScript ?? "", v => PhoneScript = v),
        new(nameof(ShareText), "Text for sharing", () => ShareText ?? "", v => ShareText = v),
    ];

    /// <returns>Null where something is wrong; then <paramref name="state"/> says what.</returns>
    public CampaignWords? Read(ModelStateDictionary state)
    {
        var words = new CampaignWords(
            TypedText.Line(Title),
            TypedText.Line(Summary),
            TypedText.Line(Demand),
            TypedText.Paragraphs(Story) is { Length: > 0 } story ? story + "\n" : "",
            TypedText.Line(EventName),
            TypedText.Line(EventPlace),
            TypedText.Paragraphs(ConsentWording),
            TypedText.Paragraphs(PhoneScript),
            string.Join('\n', TypedText.Paragraphs(WritingTips).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            TypedText.Line(ShareText));
        (string Field, string? Problem)[] found =
        [
            (nameof(Title), words.Title.Length is 0 or > 200 ? "Enter a title of at most 200 characters." : null),
            (nameof(Summary), TooLong(words.Summary, 500)),
            (nameof(Demand), TooLong(words.Demand, 500)),
            (nameof(EventName), words.EventName.Length is 0 or > 200 ? "Enter the name of the event, at most 200 characters." : null),
            (nameof(EventPlace), TooLong(words.EventPlace, 200)),
            (nameof(Story), TooLong(words.Story, StoryLength)),
            (nameof(ConsentWording), TooLong(words.ConsentWording, ConsentLength)),
            (nameof(WritingTips), TooLong(words.WritingTips, TipsLength)),
            // It is read out as soon as it is saved, so it is saved only when it works.
            (nameof(PhoneScript), LetterLanguage.Parse(words.PhoneScript).Problems is [var problem, ..]
                ? $"Line {problem.Line}, column {problem.Column}: {problem.Sentence} {problem.Hint}".Trim()
                : null),
            (nameof(ShareText), TooLong(words.ShareText, 500)),
        ];
        foreach (var (field, wrong) in found.Where(f => f.Problem is not null))
        {
            state.AddModelError($"Form.{field}", wrong!);
        }

        return state.IsValid ? words : null;
    }

    private static string? TooLong(string text, int most) => text.Length > most ? $"At most {most:N0} characters; these are {text.Length:N0}." : null;
}
