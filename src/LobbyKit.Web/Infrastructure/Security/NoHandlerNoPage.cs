using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LobbyKit.Web.Infrastructure.Security;

/// <summary>What is posted to a page that takes no post is refused; the framework would draw the page without anything loaded.</summary>
internal sealed class NoHandlerNoPage : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var method = context.HttpContext.Request.Method;
        // The page for problems is drawn for whatever went wrong, posts too.
        if (context.HandlerMethod is not null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || context.ActionDescriptor.ViewEnginePath == "/Problem")
        {
            return next();
        }

        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        return Task.CompletedTask;
    }
}
