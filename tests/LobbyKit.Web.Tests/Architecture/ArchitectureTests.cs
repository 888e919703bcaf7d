using System.Reflection;
using System.Text.RegularExpressions;
using LobbyKit.Templates;
using LobbyKit.Web.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Tests.Architecture;

/// <summary>Where things belong.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Assembly Web = typeof(LobbyKitDbContext).Assembly;

    public static TheoryData<string> Rooms => ["Delivery", "Letters", "Contacts", "Campaigns", "Data", "Audit", "Status", "Commands"];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_capability_knows_nothing_of_pages(string room)
    {
        var files = Directory.EnumerateFiles(Path.Combine(SourceTree.Web, room), "*.cs", SearchOption.AllDirectories).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(f => PageWords().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_signature_of_a_capability_has_a_type_of_pages(string room)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = Web.GetTypes().Where(t => t.Namespace?.StartsWith($"LobbyKit.Web.{room}", StringComparison.Ordinal) == true).ToList();
        var used = types.SelectMany(t => t.GetFields(all).Select(f => f.FieldType)
            .Concat(t.GetProperties(all).Select(p => p.PropertyType))
            .Concat(t.GetMethods(all).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(t.GetConstructors(all).SelectMany(c => c.GetParameters().Select(p => p.ParameterType))));

        Assert.NotEmpty(types);
        Assert.Empty(used.Where(t => PageWords().IsMatch($"{t.Namespace};")).Select(t => t.FullName).Distinct());
    }

    [Fact]
    public void The_letter_language_knows_neither_web_nor_database()
    {
        var names = typeof(LetterLanguage).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || n.StartsWith("LobbyKit", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_model_translates_and_is_short()
    {
        var files = SourceTree.Files("*.cshtml.cs").ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(f => File.ReadLines(f).Count() >= 150).Select(Path.GetFileName));
        Assert.All(Web.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel))), t => Assert.StartsWith("LobbyKit.Web.Pages", t.Namespace, StringComparison.Ordinal));
    }

    [Fact]
    public void Program_only_puts_together() =>
        Assert.InRange(File.ReadLines(Path.Combine(SourceTree.Web, "Program.cs")).Count(), 1, 59);

    [Fact]
    public void Every_type_has_a_file_of_its_name_in_the_folder_of_its_namespace()
    {
        var wrong = SourceTree.Files("*.cs").Where(f => Path.GetFileName(f) is not ("Program.cs" or "AssemblyInfo.cs" or "GlobalUsings.cs")).Where(f =>
        {
            var text = File.ReadAllText(f);
            var types = TopLevelType().Matches(text).Select(m => m.Groups[1].Value).ToList();
            var room = Path.GetRelativePath(SourceTree.Web, Path.GetDirectoryName(f)!).Replace(Path.DirectorySeparatorChar, '.');
            var name = Path.GetFileName(f).EndsWith(".cshtml.cs", StringComparison.Ordinal) ? Path.GetFileName(f)[..^10] + "Model" : Path.GetFileNameWithoutExtension(f);
            return types.Count != 1 || types[0] != name || !InRoom(text, room);
        });

        Assert.Empty(wrong.Select(f => Path.GetRelativePath(SourceTree.Web, f)));
    }

    [Fact]
    public void No_file_is_a_drawer()
    {
        string[] drawers = ["Helper", "Helpers", "Util", "Utils", "Extensions", "Misc", "Common", "Manager"];

        Assert.DoesNotContain(
            SourceTree.Files("*.cs").Select(f => Path.GetFileNameWithoutExtension(f)!),
            n => n != "FieldTagHelper" && drawers.Any(d => n.EndsWith(d, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_asks_the_machines_clock_behind_the_applications_back()
    {
        Assert.Empty(SourceTree.Files("*.cs", "*.cshtml")
            .Where(f => Path.GetFileName(f) != "Program.cs" && MachineClock().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(SourceTree.Web, f)));
    }

    // A folder of seeding is part of its capability, and its files say so; deeper folders have namespaces of their own.
    private static bool InRoom(string text, string room) =>
        text.Contains($"namespace LobbyKit.Web.{room};", StringComparison.Ordinal);

    [GeneratedRegex(@"Microsoft\.AspNetCore\.(Mvc|Razor)|LobbyKit\.Web\.Pages")]
    private static partial Regex PageWords();

    [GeneratedRegex(@"^(?:public |internal |file )?(?:static |sealed |abstract |readonly |ref |partial )*(?:class|record struct|record|struct|interface|enum) ([A-Za-z]+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"DateTime(Offset)?\.(UtcNow|Now|Today)")]
    private static partial Regex MachineClock();
}
