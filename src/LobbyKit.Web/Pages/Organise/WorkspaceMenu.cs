using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>The pages of one campaign's workspace. All are addressed by the campaign's id.</summary>
public static class WorkspaceMenu
{
    public static IReadOnlyList<(string Page, string Name)> Pages { get; } =
    [
        ("/Organise/Dashboard/Index", "Dashboard"),
        ("/Organise/Settings/Index", "Settings"),
        ("/Organise/Wording/Index", "Texts"),
        ("/Organise/Letters/Index", "Letters"),
        ("/Organise/Letters/Coverage", "Coverage"),
        ("/Organise/Images/Index", "Pictures"),
        ("/Organise/Publish", "Publish"),
    ];

    /// <summary>Whether the menu's entry is the page, or the first page of the folder that the page is in.</summary>
    public static bool IsCurrent(string entry, string? page) =>
        entry == page || (entry.EndsWith("/Index", StringComparison.Ordinal) && Pages.All(p => p.Page != page)
            && page?.StartsWith(entry[..^5], StringComparison.Ordinal) == true);

    /// <summary>The campaign must have its texts loaded: its title stands on the page.</summary>
    public static void SetWorkspace(this ViewDataDictionary view, Campaign campaign) => view["Workspace"] = campaign;

    public static Campaign? Workspace(this ViewDataDictionary view) => view["Workspace"] as Campaign;
}
