using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>The pages of one campaign's workspace. All are addressed by the campaign's id.</summary>
public static class WorkspaceMenu
{
    public static IReadOnlyList<(string Page, string Name)> Pages { get; } =
    [
        ("/Organise/Letters/Index", "Letters"),
        ("/Organise/Letters/Coverage", "Coverage"),
        ("/Organise/Images/Index", "Pictures"),
    ];

    /// <summary>The campaign must have its texts loaded: its title stands on the page.</summary>
    public static void SetWorkspace(this ViewDataDictionary view, Campaign campaign) => view["Workspace"] = campaign;

    public static Campaign? Workspace(this ViewDataDictionary view) => view["Workspace"] as Campaign;
}
