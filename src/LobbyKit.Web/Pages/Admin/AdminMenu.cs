namespace LobbyKit.Web.Pages.Admin;

/// <summary>What admins work on besides campaigns, and the pages of it that a page of the same folder leads to.</summary>
public static class AdminMenu
{
    public static IReadOnlyList<(string Page, string Name)> Sections { get; } =
    [
        ("/Admin/Contacts/Index", "Contacts"),
        ("/Admin/Delivery/Index", "Delivery"),
        ("/Admin/People/Index", "People"),
        ("/Admin/Audit/Index", "Audit log"),
        ("/Admin/Status/Index", "Status"),
    ];

    public static IReadOnlyList<(string Page, string Name)> Contacts { get; } =
    [
        ("/Admin/Contacts/Index", "All contacts"),
        ("/Admin/Contacts/Verify", "To verify"),
        ("/Admin/Contacts/Changes", "Waiting addresses"),
        ("/Admin/Contacts/Suggestions", "Suggestions"),
        ("/Admin/Contacts/Import/Index", "Import and export"),
    ];

    /// <summary>Whether a page belongs to the section that begins with another.</summary>
    public static bool IsIn(string? page, string section) =>
        page?.StartsWith(section[..(section.LastIndexOf('/') + 1)], StringComparison.Ordinal) == true;
}
