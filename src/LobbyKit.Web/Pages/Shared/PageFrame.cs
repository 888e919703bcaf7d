using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LobbyKit.Web.Pages.Shared;

/// <summary>What a page tells the layout around it.</summary>
public static class PageFrame
{
    public static void SetTitle(this ViewDataDictionary view, string title) => view["Title"] = title;

    public static string? Title(this ViewDataDictionary view) => view["Title"] as string;

    /// <summary>Gives the page the campaign's name, colour and, where it is one, its notice that it is a sample.</summary>
    public static void SetCampaign(this ViewDataDictionary view, Campaign campaign) => view["Campaign"] = campaign;

    public static Campaign? Campaign(this ViewDataDictionary view) => view["Campaign"] as Campaign;

    /// <summary>Private pages and steps of a form are nothing for a search engine.</summary>
    public static void SetPrivate(this ViewDataDictionary view) => view["Private"] = true;

    public static bool IsPrivate(this ViewDataDictionary view) => view["Private"] is true;

    /// <summary>
    /// The id of the form that the page consists of: switching the language then posts it to the same page in the other language, so
    /// that nothing that was typed is lost.
    /// </summary>
    public static void SetLanguageForm(this ViewDataDictionary view, string formId) => view["LanguageForm"] = formId;

    public static string? LanguageForm(this ViewDataDictionary view) => view["LanguageForm"] as string;
}
