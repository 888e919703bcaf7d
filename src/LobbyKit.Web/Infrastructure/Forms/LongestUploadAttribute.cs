using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LobbyKit.Web.Infrastructure.Forms;

/// <summary>
/// How much may be posted to a page that takes a file. What is longer is let run out, unread, and answered with the page, whose address then
/// says <c>?tooLarge=true</c>: a server that hangs up leaves the browser with a lost connection instead of a sentence. Only for
/// pages that one has to sign in for.
/// </summary>
/// <param name="bytes">The longest file that the page wants to look at.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LongestUploadAttribute(int bytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    public const string Mark = "tooLarge";

    private const int RestOfForm = 256 * 1024;

    // Beyond this even reading to nothing is too much, and the connection is cut.
    private const long LongestLetRunOut = 256L * 1024 * 1024;

    /// <summary>Before the check of the form's token (1000), which reads the form.</summary>
    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return;
        }

        long most = bytes + RestOfForm;
        var isTooLarge = http.Request.ContentLength > most;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = isTooLarge ? LongestLetRunOut : most;
        }

        if (isTooLarge && http.Request.ContentLength <= LongestLetRunOut)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            context.Result = new RedirectResult($"{http.Request.PathBase}{http.Request.Path}?{Mark}=true");
        }
    }
}
