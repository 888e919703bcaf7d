using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LobbyKit.Web.Infrastructure.Forms;

/// <summary>
/// One question of a form: label, hint before the box, the error beside it, and the box told about both. Everything else that is set on
/// the element (type, autocomplete, inputmode…) goes to the box.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string Hint { get; set; } = "";

    /// <summary>Lines of the box; 0 for a box of one line.</summary>
    public int Rows { get; set; }

    /// <summary>Says, with {0} for the number, how many characters may still be typed. Shown where scripts run.</summary>
    public string CharactersLeft { get; set; } = "";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = For.Name;
        var id = TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(name), "_");
        var error = ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        var described = string.Join(' ', new[] { Hint.Length > 0 ? $"{id}-hint" : "", error is null ? "" : $"{id}-error" }.Where(s => s.Length > 0));

        var attributes = output.Attributes.ToDictionary(a => a.Name, a => (object?)Plain(a.Value));
        output.Attributes.Clear();
        attributes["id"] = id;
        attributes["dir"] = attributes.GetValueOrDefault("dir") ?? "auto";
        if (described.Length > 0)
        {
            attributes["aria-describedby"] = described;
        }

        if (error is not null)
        {
            attributes["aria-invalid"] = "true";
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field field-wrong");
        output.Content.AppendHtml(Element("label", Label, ("for", id)));
        if (Hint.Length > 0)
        {
            output.Content.AppendHtml(Element("p", Hint, ("class", "hint"), ("id", $"{id}-hint")));
        }

        if (error is not null)
        {
            output.Content.AppendHtml(Element("p", error, ("class", "error"), ("id", $"{id}-error")));
        }

        output.Content.AppendHtml(Box(name, attributes));
        if (CharactersLeft.Length > 0)
        {
            var most = int.Parse((string)attributes["maxlength"]!, CultureInfo.InvariantCulture);
            var left = most - (For.Model as string ?? "").Length;
            output.Content.AppendHtml(Element(
                "p",
                CharactersLeft.Replace("{0}", left.ToString("N0", CultureInfo.CurrentCulture), StringComparison.Ordinal),
                ("class", "hint scripted"), ("data-count", CharactersLeft), ("data-of", id),
                ("data-group", CultureInfo.CurrentCulture.NumberFormat.NumberGroupSeparator)));
        }
    }

    // A password that was typed does not come back in the page.
    private IHtmlContent Box(string name, Dictionary<string, object?> attributes) => Rows > 0
        ? generator.GenerateTextArea(ViewContext, For.ModelExplorer, name, Rows, 0, attributes)
        : attributes.GetValueOrDefault("type") is "password"
        ? generator.GeneratePassword(ViewContext, For.ModelExplorer, name, value: null, attributes)
        : generator.GenerateTextBox(ViewContext, For.ModelExplorer, name, For.Model, null, attributes);

    // What stands on the element was encoded when the page was; the box encodes it again.
    private static string Plain(object? value)
    {
        if (value is not IHtmlContent content)
        {
            return value?.ToString() ?? "";
        }

        using var text = new StringWriter();
        content.WriteTo(text, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(text.ToString());
    }

    private static TagBuilder Element(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var element = new TagBuilder(tag);
        foreach (var (name, value) in attributes)
        {
            element.Attributes[name] = value;
        }

        element.InnerHtml.Append(text);
        return element;
    }
}
