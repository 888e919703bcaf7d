using System.Globalization;
using LobbyKit.Templates.Rendering;
using Scriban.Runtime;

namespace LobbyKit.Templates.Scriban;

/// <summary>The only functions that Scriban is given. None of its own are there.</summary>
internal static class ScribanFunctions
{
    /// <summary>Shared by all renderings and read-only; what differs between them is in the context.</summary>
    public static ScriptObject Library { get; } = Build();

    private static ScriptObject Build()
    {
        var objects = new ScribanObjects();
        foreach (LetterFunction function in LetterFunctions.All)
        {
            objects.Add(function.Name, Implementation(function.Name));
        }

        foreach (ScriptObject group in objects.Groups)
        {
            group.IsReadOnly = true;
        }

        objects.Root.IsReadOnly = true;
        return objects.Root;
    }

    private static ScribanFunction Implementation(string name) => name switch
    {
        LetterFunctions.Pick => new(Pick),
        LetterFunctions.Default => new((_, _, values) => Text(values[0]) ?? Text(values[1])),
        LetterFunctions.Truncate => new((_, _, values) => Truncate(values)),
        _ when name.StartsWith("date.", StringComparison.Ordinal) =>
            new((context, _, values) => TextFunctions.Apply(name, Date(values[0]), context.Culture)),
        _ => new((context, _, values) => TextFunctions.Apply(name, Text(values[0]), context.Culture)),
    };

    private static string? Pick(ScribanContext context, int offset, ScriptArray texts)
        => Text(texts[VariantPicker.Choose(context.Model.PickSeed, context.Parsed.PickOrdinal(offset), texts.Count)]);

    private static string? Truncate(ScriptArray values)
    {
        string mark = values.Count > 2 ? (string)values[2]! : TextFunctions.DefaultMark;
        return TextFunctions.Truncate(Text(values[0]), (int)values[1]!, mark);
    }

    private static string? Text(object? value) => TextFunctions.NullIfEmpty((string?)value);

    private static DateOnly Date(object? value) => DateOnly.ParseExact((string)value!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
