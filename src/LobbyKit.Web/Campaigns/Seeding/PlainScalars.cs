using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>Writes text of several lines as lines, where they can be read back as they are, and what is out of the ordinary with escapes.</summary>
internal sealed class PlainScalars(IEventEmitter next) : ChainedEventEmitter(next)
{
    public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
    {
        if (eventInfo.Source.Value is string { Length: > 0 } text)
        {
            var lines = text.Split('\n');
            if (text.EnumerateRunes().Any(IsOddity) || lines.Any(l => l.Length > 0 && (char.IsWhiteSpace(l[0]) || char.IsWhiteSpace(l[^1]))))
            {
                eventInfo = new ScalarEventInfo(eventInfo.Source) { Style = ScalarStyle.DoubleQuoted };
            }
            else if (lines.Length > 1)
            {
                eventInfo = new ScalarEventInfo(eventInfo.Source) { Style = lines[0].Length == 0 || lines[^1].Length == 0 ? ScalarStyle.DoubleQuoted : ScalarStyle.Literal };
            }
        }

        base.Emit(eventInfo, emitter);
    }

    private static bool IsOddity(Rune rune) => rune.Value != '\n'
        && (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.PrivateUse
            || rune.Value is 0xFFFD or 0xA0);
}
