using System.Text.RegularExpressions;

namespace LobbyKit.Web.Campaigns;

/// <summary>Two texts side by side: lines that belong together next to each other, and in them the words that differ.</summary>
public static partial class VersionComparison
{
    // The table of a comparison has a cell for each pair; what is beyond this is shown as changed as a whole.
    private const int MostCells = 4_000_000;

    // Lines with fewer words in common than this are shown as one removed and one added.
    private const double Related = 0.3;

    public static IReadOnlyList<ComparedLine> Of(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var lines = new List<ComparedLine>();
        var (i, j) = (0, 0);
        foreach (var (oldEnd, nowEnd) in Common(old, now).Append((old.Length, now.Length)))
        {
            AddChanged(lines, old, i, oldEnd, now, j, nowEnd);
            if (oldEnd < old.Length)
            {
                lines.Add(new ComparedLine(oldEnd + 1, Whole(old[oldEnd], false), nowEnd + 1, Whole(now[nowEnd], false)));
            }

            (i, j) = (oldEnd + 1, nowEnd + 1);
        }

        return lines;
    }

    private static void AddChanged(List<ComparedLine> lines, string[] old, int i, int oldEnd, string[] now, int j, int nowEnd)
    {
        while (i < oldEnd && j < nowEnd)
        {
            var (before, after, shared) = Words(old[i], now[j]);
            if (shared >= Related || (oldEnd - i == 1 && nowEnd - j == 1))
            {
                lines.Add(new ComparedLine(++i, before, ++j, after));
            }
            else if (oldEnd - i > nowEnd - j)
            {
                lines.Add(new ComparedLine(i + 1, Whole(old[i], true), 0, null));
                i++;
            }
            else
            {
                lines.Add(new ComparedLine(0, null, j + 1, Whole(now[j], true)));
                j++;
            }
        }

        for (; i < oldEnd; i++)
        {
            lines.Add(new ComparedLine(i + 1, Whole(old[i], true), 0, null));
        }

        for (; j < nowEnd; j++)
        {
            lines.Add(new ComparedLine(0, null, j + 1, Whole(now[j], true)));
        }
    }

    private static (IReadOnlyList<ComparedText> Before, IReadOnlyList<ComparedText> After, double Shared) Words(string before, string after)
    {
        string[] old = [.. Pieces().Matches(before).Select(m => m.Value)];
        string[] now = [.. Pieces().Matches(after).Select(m => m.Value)];
        var common = Common(old, now);
        var most = Math.Max(Letters(old), Letters(now));
        var shared = most == 0 ? 0 : (double)Letters(common.Select(c => old[c.Old])) / most;
        return (Runs(old, [.. common.Select(c => c.Old)]), Runs(now, [.. common.Select(c => c.Now)]), shared);
    }

    private static int Letters(IEnumerable<string> pieces) => pieces.Where(p => !string.IsNullOrWhiteSpace(p)).Sum(p => p.Length);

    private static List<ComparedText> Runs(string[] pieces, HashSet<int> common)
    {
        var runs = new List<ComparedText>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var isChanged = !common.Contains(i);
            if (runs.Count > 0 && runs[^1].IsChanged == isChanged)
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + pieces[i] };
            }
            else
            {
                runs.Add(new ComparedText(pieces[i], isChanged));
            }
        }

        return runs;
    }

    private static IReadOnlyList<ComparedText> Whole(string line, bool isChanged) => [new ComparedText(line, isChanged)];

    /// <summary>The longest common subsequence: pairs of places, in order.</summary>
    private static List<(int Old, int Now)> Common(string[] old, string[] now)
    {
        var pairs = new List<(int, int)>();
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
        {
            pairs.Add((start, start));
            start++;
        }

        var (oldEnd, nowEnd) = (old.Length, now.Length);
        var tail = new Stack<(int, int)>();
        while (oldEnd > start && nowEnd > start && old[oldEnd - 1] == now[nowEnd - 1])
        {
            tail.Push((--oldEnd, --nowEnd));
        }

        if ((long)(oldEnd - start) * (nowEnd - start) <= MostCells)
        {
            pairs.AddRange(Middle(old, start, oldEnd, now, start, nowEnd));
        }

        pairs.AddRange(tail);
        return pairs;
    }

    private static IEnumerable<(int Old, int Now)> Middle(string[] old, int oldStart, int oldEnd, string[] now, int nowStart, int nowEnd)
    {
        var (rows, columns) = (oldEnd - oldStart, nowEnd - nowStart);
        var length = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                length[i, j] = old[oldStart + i] == now[nowStart + j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (old[oldStart + i] == now[nowStart + j])
            {
                yield return (oldStart + i++, nowStart + j++);
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    // A tag's signs, words, blanks, and every other character by itself (so that Chinese and Japanese compare by characters).
    [GeneratedRegex(@"\{\{[-~]?|[-~]?\}\}|\s+|[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]|\w+(?:\.\w+)*|.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
