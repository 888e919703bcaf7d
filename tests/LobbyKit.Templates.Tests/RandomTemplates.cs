using System.Text;

namespace LobbyKit.Templates.Tests;

/// <summary>Makes templates of a random seed: valid ones of every construct, and arbitrary ones of the language's words.</summary>
internal sealed class RandomTemplates(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "\n", "\r\n", "  \n  ", "\t", "a", "Dear ", "Sehr geehrte ", "é", "你好", "\u00A0", " \u2003", "🙂", "{", "}", "{ }", "%", "#", "-", "~", "\\", "\"", "'", "end", "if", ".\n\n", "  x  ", "\n  ", " \r\n ",
    ];

    private static readonly string[] Words =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", " ", " ", " ", "\n", "if", "else", "else if", "end", "case", "when", "pick", "|", "||", "&&", "!", "==", "!=", "<", "<=", ">", ">=", "(", ")", ",", "#", "##", "\"a\"", "'b'", "\"\"", "\"2026-12-14\"",
        "\"member\"", "0", "7", "true", "false", "supporter.name", "supporter.place", "contact.role", "contact.g20_status", "event.starts", "event.days_left", "today", "personal_message", "string.upcase", "string.truncate 5", "object.default \"x\"", "date.long",
        "text", "-", "~", ".", "{", "}", "%", "\\", "\"", "'", "\\n", "é", "=", "+", "[", "]", "5.", "a.b", "null", "empty", ";", "\u00A0", "\r\n", "and", "?", "$",
        "{{ if supporter.name }}", "{{ else }}", "{{ end }}", "{{ case contact.role }}", "{{ when \"head_of_state\" }}", "{{ supporter.name }}", "{{ case (pick \"a\" \"b\") }}", "{{ when \"a\" }}", "{{ event.starts }}",
    ];

    private static readonly string[] TextFields = [.. LetterFields.All.Where(field => field.Type == LetterFieldType.Text).Select(field => field.Name)];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _template = new();
    private int _calls;

    /// <summary>A template that obeys the language.</summary>
    public string Valid()
    {
        Body(3);
        return _template.ToString();
    }

    /// <summary>Words of the language in any order; now and then a valid template by chance.</summary>
    public string Arbitrary()
    {
        int count = _random.Next(1, 30);
        for (int i = 0; i < count; i++)
        {
            _template.Append(OneOf(Words));
            if (_random.Next(3) == 0)
            {
                _template.Append(' ');
            }
        }

        return _template.ToString();
    }

    /// <summary>A tag of words of the language in any order.</summary>
    public string ArbitraryTag()
    {
        int count = _random.Next(1, 9);
        string[] inner = [.. Words.Where(word => !word.Contains("{{", StringComparison.Ordinal) && !word.Contains("}}", StringComparison.Ordinal))];
        return $"a {{{{ {string.Join(_random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, count).Select(_ => OneOf(inner)))} }}}} b";
    }

    private void Body(int depth)
    {
        int parts = _random.Next(5);
        for (int i = 0; i < parts; i++)
        {
            _template.Append(OneOf(Texts));
            switch (_random.Next(depth > 0 ? 7 : 5))
            {
                case 0 or 1 or 2:
                    Tag(Printed());
                    break;
                case 3:
                    Tag(OneOf(["# note", "## note\n ##", "##note## today", "today # note\n", "#note"]));
                    break;
                case 4:
                    _template.Append(OneOf([" {{-}}", " {{~}}", " {{- -}}", " {{~ ~}}"]));
                    break;
                case 5:
                    If(depth);
                    break;
                default:
                    Case(depth);
                    break;
            }
        }

        _template.Append(OneOf(Texts));
    }

    private void If(int depth)
    {
        Tag("if " + Condition(2));
        Body(depth - 1);
        for (int i = _random.Next(3); i > 0; i--)
        {
            Tag("else if " + Condition(2));
            Body(depth - 1);
        }

        if (_random.Next(2) == 0)
        {
            Tag("else");
            Body(depth - 1);
        }

        Tag("end");
    }

    private void Case(int depth)
    {
        (string value, string[] literals) = OneOf<(string, string[])>(
        [
            ("contact.role", ["\"head_of_state\"", "\"foreign_minister\"", "\"institution_head\"", "'head_of_government'"]),
            ("contact.g20_status", ["\"member\"", "\"invited\""]),
            ("contact.country_code", ["\"DE\"", "\"FR\"", "\"ZA\""]),
            ("event.days_left", ["0", "1", "7", "22"]),
            ("event.starts", ["\"2026-12-14\"", "\"2026-12-15\""]),
            ("(pick \"a\" \"b\" \"c\")", ["\"a\"", "\"b\"", "\"c\""]),
            ("pick \"a\" \"b\" | string.upcase", ["\"A\"", "\"B\""]),
            ("(supporter.name | string.downcase)", ["\"amina\"", "\"x\""]),
        ]);
        _calls++;
        Tag("case " + value);
        _template.Append(OneOf(["", " ", "\n  "]));
        string[] shuffled = [.. literals.OrderBy(_ => _random.Next())];
        int used = 0;
        while (used < shuffled.Length && (used == 0 || _random.Next(3) > 0))
        {
            int take = Math.Min(_random.Next(1, 3), shuffled.Length - used);
            Tag("when " + string.Join(OneOf([", ", " || ", ",", "||"]), shuffled.Skip(used).Take(take)));
            used += take;
            Body(depth - 1);
        }

        if (_random.Next(2) == 0)
        {
            Tag("else");
            Body(depth - 1);
        }

        Tag("end");
    }

    private void Tag(string inner)
    {
        string open = OneOf(["{{ ", "{{", "{{- ", "{{~ ", "{{-", "{{~", "{{ \n ", "{{\u00A0"]);
        string close = inner.EndsWith('\n') ? OneOf(["}}", " -}}"]) : OneOf([" }}", "}}", " -}}", " ~}}", "-}}", "~}}", "\n}}", " \r\n }}", " # note }}"]);
        if (_template.Length > 0 && _template[^1] == '{')
        {
            // A brace right before a tag would be part of it.
            _template.Append(' ');
        }

        _template.Append(open).Append(inner).Append(close);
    }

    private string Printed() => _random.Next(9) switch
    {
        0 => OneOf(["event.days_left", "42", "0"]),
        1 => OneOf(["event.starts", "event.ends", "today"]),
        2 => OneOf(["event.starts", "(today)"]) + " | " + OneOf(["date.long", "date.full", "date.day_month"]) + Calls(),
        _ => Text() + Calls(),
    };

    private string Calls()
    {
        string calls = "";
        while (_calls < 60 && _random.Next(3) == 0)
        {
            _calls++;
            calls += OneOf([" | ", "|", " |\n "]) + OneOf(["string.upcase", "string.downcase", "string.capitalize", "string.strip", "string.truncate 5", "string.truncate 3 \"…\"", "string.truncate 2 ''", "object.default \"x\"", $"object.default {OneOf(TextFields)}", "object.default ''"]);
        }

        return calls;
    }

    private string Text()
    {
        if (_calls < 60 && _random.Next(4) == 0)
        {
            _calls++;
            string pick = "pick " + string.Join(' ', Enumerable.Range(0, _random.Next(2, 5)).Select(_ => OneOf([.. TextFields, "\"a\"", "'b'", "\"\"", "\"c d\\n\""])));
            return _random.Next(2) == 0 ? pick : $"({pick})";
        }

        return _random.Next(3) switch
        {
            0 => OneOf(["\"\"", "\"text\"", "'it\\'s'", "\"}}\"", "'{{ x }}'", "\"\\u00e9\\x41\\t\\\\\"", "\" y \"", "\"🙂\""]),
            1 => $"({OneOf(TextFields)})",
            _ => OneOf(TextFields),
        };
    }

    private string Condition(int depth) => _random.Next(depth > 0 ? 12 : 8) switch
    {
        0 => $"contact.role {OneOf(["==", "!="])} {OneOf(["\"head_of_state\"", "'institution_head'", "contact.role"])}",
        1 => $"\"member\" {OneOf(["==", "!="])} contact.g20_status",
        2 => $"event.days_left {OneOf(["==", "!=", "<", "<=", ">", ">="])} {OneOf(["0", "7", "22", "event.days_left"])}",
        3 => $"{OneOf(["today", "event.ends", "\"2026-12-15\""])} {OneOf(["==", "!=", "<", "<=", ">", ">="])} {OneOf(["event.starts", "today"])}",
        4 => $"{OneOf(TextFields)} {OneOf(["==", "!="])} {OneOf([.. TextFields, "\"DE\"", "'Amina'"])}",
        5 => OneOf(["true", "false"]),
        6 or 7 => OneOf(TextFields),
        8 => OneOf(["!", "!!", "! "]) + OneOf([OneOf(TextFields), $"({Condition(depth - 1)})", "true"]),
        9 => $"({Condition(depth - 1)})",
        _ => $"{Condition(depth - 1)} {OneOf(["&&", "||"])} {Condition(depth - 1)}",
    };

    private T OneOf<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
