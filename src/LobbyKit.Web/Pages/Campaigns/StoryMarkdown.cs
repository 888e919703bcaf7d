using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>Shows a campaign's Markdown: HTML in it is text, pictures and links to anything but the web are dropped.</summary>
public sealed class StoryMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public IHtmlContent ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            var isWeb = Uri.TryCreate(link.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" or "mailto";
            if (link.IsImage || !isWeb)
            {
                link.Url = "";
                link.IsImage = false;
            }

            link.GetAttributes().AddProperty("rel", "noopener noreferrer");
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }
}
