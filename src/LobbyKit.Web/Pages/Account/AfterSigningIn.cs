using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Account;

internal static class AfterSigningIn
{
    /// <summary>Back to where one was sent from, if that is a page of ours; else to the workspace.</summary>
    public static string AfterSignIn(this IUrlHelper url, string? returnUrl) => url.IsLocalUrl(returnUrl) ? returnUrl! : url.Page("/Organise/Index")!;
}
