using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace LobbyKit.Web.Infrastructure.Localisation;

/// <summary>
/// The language of a page stands first in its address: <c>/fr/campaigns/…</c>. An address without one is answered in the
/// browser's language, and every link on that page has it. It rides in the path base, so that no page, link or redirect has to
/// know of it.
/// </summary>
public sealed class LanguageInAddress(RequestDelegate next, PageLanguages languages)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var (tag, remainder) = FirstSegment(request.Path);
        string language;
        if (languages.Has(tag))
        {
            language = languages.All.First(t => t.Equals(tag, StringComparison.OrdinalIgnoreCase));
            request.Path = remainder;
        }
        else
        {
            language = languages.Nearest(
                request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString()));
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }

        context.Features.Set(new AddressWithoutLanguage(request.PathBase, request.Path));
        request.PathBase = request.PathBase.Add("/" + language);
        language = EnglishOnly.Covers(request.Path) ? PageLanguages.Default : language;
        context.Response.Headers.ContentLanguage = language;

        var culture = new RequestCulture(languages.Formats(language), CultureInfo.GetCultureInfo(language));
        context.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(culture, provider: null));
        CultureInfo.CurrentCulture = culture.Culture;
        CultureInfo.CurrentUICulture = culture.UICulture;
        return next(context);
    }

    private static (string Tag, PathString Remainder) FirstSegment(PathString path)
    {
        var text = path.Value ?? "";
        var end = text.IndexOf('/', Math.Min(1, text.Length));
        return end < 0 ? (text.TrimStart('/'), "/") : (text[1..end], text[end..]);
    }
}
