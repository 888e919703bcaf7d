using System.Globalization;
using LobbyKit.Templates;

namespace LobbyKit.HostileLetter;

/// <summary>The attacks. Where a big one is refused for its length alone, a smaller one of the same kind goes to the parser's own bounds.</summary>
public static class HostileCases
{
    private const int Big = 100_000;

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        new("a megabyte of text", Repeat("All work and no play. ", 50_000)),
        new("a megabyte of tags", Repeat("{{ supporter.name }}", 52_000)),
        new("a megabyte of open braces", Repeat("{", 1_000_000)),
        new("100,000 nested parentheses", "{{ " + Repeat("(", Big) + "today" + Repeat(")", Big) + " }}"),
        new("15,000 nested parentheses", "{{ " + Repeat("(", 15_000) + "today" + Repeat(")", 15_000) + " }}"),
        new("15,000 open parentheses", "{{ " + Repeat("(", 15_000)),
        new("100,000 nested ifs", Repeat("{{ if supporter.name }}", Big) + Repeat("{{ end }}", Big)),
        new("1,000 nested ifs", Repeat("{{if supporter.name}}", 1_000) + Repeat("{{end}}", 1_000)),
        new("nested cases", Repeat("{{case supporter.name}}{{when \"a\"}}", 900)),
        new("a long chain of else if", "{{ if today == today }}" + Repeat("{{else if supporter.name}}x", 1_000) + "{{ end }}"),
        new(
            "a long chain of when",
            "{{case contact.country}}" + string.Concat(Enumerable.Range(0, 1_500).Select(i => $"{{{{when \"{i}\"}}}}x")) + "{{ end }}"),
        new("a long chain of operators", "{{ if " + Repeat("supporter.name && ", 1_500) + "supporter.name }}x{{ end }}"),
        new("a long chain of nots", "{{ if " + Repeat("!", 30_000) + "supporter.name }}x{{ end }}"),
        new("a long chain of pipes", "{{ personal_message " + Repeat("| string.upcase ", 2_000) + " }}", Longest("é")),
        new("an unterminated tag", "Dear {{ supporter.name "),
        new("an unterminated text", "Dear {{ \"" + Repeat("a", 30_000)),
        new("an unterminated comment", "Dear {{ ## " + Repeat("a", 30_000)),
        new("an unterminated parenthesis", "Dear {{ (((( supporter.name }}"),
        new("an unterminated if", "{{ if supporter.name }}"),
        new("an unterminated case", "{{ case contact.role }}{{ when "),
        new("an unterminated escape", "{{ \"\\u12"),
        new("an unterminated raw block", "{%{ " + Repeat("{%{", 10_000)),
        new("nothing but tag openings", Repeat("{{", 16_000)),
        new("nothing but tag closings", Repeat("}}", 16_000)),
        new("nothing but percent braces", Repeat("{%", 16_000)),
        new("one brace and percent signs", "{" + Repeat("%", 32_000) + "{"),
        new("nothing but quotes", "{{" + Repeat("\"", 32_000)),
        new("nothing but backslashes", "{{\"" + Repeat("\\", 32_000)),
        new("nothing but new lines in a tag", "{{" + Repeat("\n", 32_000) + "today }}"),
        new("nothing but comments", Repeat("{{#}}", 6_500)),
        new("a very long name", "{{ " + Repeat("a", 32_000) + " }}"),
        new("a very long dotted name", "{{ a" + Repeat(".a", 16_000) + " }}"),
        new("a very long number", "{{ event.days_left > " + Repeat("9", 32_000) + " }}"),
        new("thousands of unknown names", Repeat("{{ supporter.nmae }}", 1_600)),
        new("NUL in the text", "Dear \0 {{ supporter.name }}"),
        new("NUL in a tag", "Dear {{ supporter.\0name }}"),
        new("NUL in an escape", "Dear {{ \"\\0\" }}"),
        new("nothing but NUL", Repeat("\0", 32_000)),
        new("lone surrogates", "\uD800 {{ supporter.name }} \uDC00"),
        new("lone surrogates in an escape", "{{ \"\\ud800\" }}"),
        new("nothing but lone surrogates", Repeat("\uDC00", 10_000)),
        new("a right-to-left override", "Pay \u202E{{ supporter.name }}\u202C now"),
        new("a right-to-left override in an escape", "{{ \"\\u202e\" }}"),
        new("every control character", string.Concat(Enumerable.Range(0, 0xA0).Select(i => (char)i))),
        new("two lists that hold themselves", "{{a=[];a[0]=a;b=[];b[0]=b;a==b}}"),
        new("a big number", "{{ 1 << 1000000000 }}"),
        new("a string times a number", "{{ \"a\" * 1000000000 }}"),
        new("a type and its assembly", "{{ supporter.name.get_type.assembly }}"),
        new("a loop", "{{ for i in 1..1000000000 }}x{{ end }}"),
        new("an include", "{{ include '/etc/passwd' }}"),
        new("an eval", "{{ 'personal_message' | object.eval }}", Model("{{ 1 + 1 }}")),
        new("a regular expression", "{{ personal_message | regex.match '(a+)+$' }}", Model(new string('a', 5_000) + "!")),
        new(
            "supporter text that is template code",
            "Dear {{ contact.person }}: {{ personal_message }} {{ supporter.name | string.upcase }}",
            Model("{{ include 'x' }}{{ for i in 1..1000000 }}{{ end }} }} {{ {% raw %} {%{ }%} {{")),
        new(
            "supporter text with NUL and lone surrogates",
            "{{ personal_message }}{{ personal_message | string.upcase | string.truncate 9 }}",
            Model("a\0b\uD800c\uDC00\u202Ed" + new string('\uD800', 9_000))),
        new(
            "supporter text of one endless character",
            "{{ personal_message | string.truncate 5000 }}{{ personal_message | string.capitalize }}",
            Model("e" + new string('\u0301', 9_999))),
        new("the personal message 1,500 times", Repeat("{{personal_message}}", 1_500), Longest("x")),
        new(
            "the most expensive functions",
            Repeat("{{if(personal_message|string.upcase|string.downcase|string.capitalize|string.strip)}}{{end}}", 25),
            Longest("ß")),
        new("the most expensive truncations", Repeat("{{if(personal_message|string.truncate 5000)}}{{end}}", 100), Longest("e\u0301")),
        new(
            "the most expensive comparisons",
            Repeat("{{if personal_message==campaign.title||personal_message!=personal_message}}{{end}}", 350),
            Longest("x")),
        new("the most picks", Repeat("{{pick supporter.name supporter.place \"\"}}", 100)),
        new(
            "the deepest blocks",
            Repeat("{{if supporter.name}}", LetterLimits.BlockDepth) + "{{ personal_message }}" + Repeat("{{end}}", LetterLimits.BlockDepth),
            Longest("x")),
    ];

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static LetterModel Longest(string unit) => Model(Repeat(unit, LetterLimits.PersonalMessageLength / unit.Length));

    private static LetterModel Model(string personalMessage) => new()
    {
        SupporterName = "{{ supporter.name }}",
        PersonalMessage = personalMessage,
        Language = CultureInfo.GetCultureInfo("de"),
    };
}
