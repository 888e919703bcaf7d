using LobbyKit.Templates;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>A construct of the letter language as the palette offers it.</summary>
/// <param name="Name">What an organiser looks for.</param>
/// <param name="Snippet">A valid template.</param>
/// <param name="Description">What it gives, in one sentence.</param>
public sealed record LetterConstruct(string Name, string Snippet, string Description)
{
    public static IReadOnlyList<LetterConstruct> All { get; } =
    [
        new("Only if it is filled in", "{{ if personal_message }}\n{{ personal_message }}\n{{ end }}", "Prints what is between if and end only where the field has text."),
        new("This or else that", "{{ if supporter.place }}I live in {{ supporter.place }}.{{ else }}I write from {{ country.name }}.{{ end }}", "Two wordings; the condition decides."),
        new("Own government or another's", "{{ if contact.country_code == country.code }}my government{{ else }}your government{{ end }}", "Tells apart whether people write to their own country."),
        new("Words that vary", "{{ pick \"I ask you\" \"I urge you\" \"I call on you\" }}", "Each supporter gets one of them, always the same one: letters differ, and pass filters."),
        new("Paragraphs that vary", "{{ case (pick \"law\" \"story\") -}}\n{{ when \"law\" -}}\nFirst wording.\n{{- when \"story\" -}}\nSecond wording.\n{{- end }}", "Each supporter gets one of whole paragraphs."),
        new(
            "By kind of office",
            "{{ case contact.role }}" + string.Concat(Words("contact.role").Select(w => $"{{{{ when \"{w}\" }}}}…")) + "{{ end }}",
            "Another text for each kind of office."),
        new(
            "By place in the G20",
            "{{ case contact.g20_status }}" + string.Concat(Words("contact.g20_status").Select(w => $"{{{{ when \"{w}\" }}}}…")) + "{{ end }}",
            "Another text for members, guests and others."),
        new("While there is time", "{{ if event.days_left > 7 }}There is time.{{ else }}Only {{ event.days_left }} days are left.{{ end }}", "Another text as the event comes near."),
        new("A note to colleagues", "{{ # nobody else reads this }}", "Is never printed."),
    ];

    private static IReadOnlyList<string> Words(string field) => LetterFields.All.First(f => f.Name == field).Choices;
}
