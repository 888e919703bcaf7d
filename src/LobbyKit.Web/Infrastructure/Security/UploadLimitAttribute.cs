using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LobbyKit.Web.Infrastructure.Security;

/// <summary>
/// Lets a page take a file that is larger than a form may be, and answers whoever sends a still larger one before anything of it is read:
/// with the page again, asked for with tooLarge=true.
/// </summary>
/// <param name="mostBytes">Of the file.</param>
/// <param name="page">The page.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute(int mostBytes, string page) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    // For the rest of the form.
    private const int Room = 64 * 1024;

    /// <summary>Before the antiforgery token is looked for: that reads the form.</summary>
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            return;
        }

        var size = context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (request.ContentLength > mostBytes + Room)
        {
            // Without a limit the server lets some of the rest run out; with one it hangs up, and the browser shows a lost connection.
            if (size is { IsReadOnly: false })
            {
                size.MaxRequestBodySize = null;
            }

            context.Result = new RedirectToPageResult(page, new { tooLarge = true });
            return;
        }

        if (size is { IsReadOnly: false })
        {
            size.MaxRequestBodySize = mostBytes + Room;
        }

        context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = mostBytes + Room }));
    }
}
