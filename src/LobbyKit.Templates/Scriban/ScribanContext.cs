using System.Globalization;
using LobbyKit.Templates.Rendering;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace LobbyKit.Templates.Scriban;

/// <summary>
/// What one rendering knows: the allowed functions and the model's values, all of them read-only. Empty texts are null,
/// because Scriban takes any other text for true. Dates are ISO 8601 texts, whose order is the order of the dates.
/// </summary>
internal sealed class ScribanContext : TemplateContext
{
    private readonly List<(string Iso, DateOnly Date)> _dates = [];

    public ScribanContext(ParsedTemplate parsed, LetterModel model, ScribanOutput output)
        : base(ScribanFunctions.Library)
    {
        Parsed = parsed;
        Model = model;
        Culture = LetterCulture.For(model.Language);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        LoopLimit = 1;
        RecursiveLimit = 1;
        ObjectRecursionLimit = 1;

        // Scriban would indent every line of a value like the line of its tag; a supporter's text comes out as it is.
        AutoIndent = false;

        PushOutput(output);
        PushGlobal(ModelObject(model));
    }

    public ParsedTemplate Parsed { get; }

    public LetterModel Model { get; }

    public LetterCulture Culture { get; }

    /// <summary>
    /// A date that is printed without a function is printed in the letter's language. It is known by being that very text
    /// object: a supporter's text that looks like a date is another one.
    /// </summary>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        foreach ((string iso, DateOnly date) in _dates)
        {
            if (ReferenceEquals(iso, textAsObject))
            {
                return base.Write(span, Culture.Long(date));
            }
        }

        return base.Write(span, textAsObject);
    }

    private ScriptObject ModelObject(LetterModel model)
    {
        var objects = new ScribanObjects();
        foreach (LetterField field in LetterFields.All)
        {
            objects.Add(field.Name, Value(field, model));
        }

        return objects.Root;
    }

    private object? Value(LetterField field, LetterModel model)
    {
        switch (field.Type)
        {
            case LetterFieldType.Number:
                return field.ReadNumber(model);
            case LetterFieldType.Date:
                DateOnly date = field.ReadDate(model);
                string iso = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                _dates.Add((iso, date));
                return iso;
            default:
                return TextFunctions.NullIfEmpty(field.ReadText(model));
        }
    }
}
