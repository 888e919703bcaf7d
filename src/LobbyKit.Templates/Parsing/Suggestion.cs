namespace LobbyKit.Templates.Parsing;

/// <summary>Finds the name that was meant.</summary>
internal static class Suggestion
{
    private const int LongestName = 64;
    private const int MostNames = 4;

    /// <summary>"Did you mean `x`?" for the nearest name or those that a part was written of; null if none is near.</summary>
    public static string? DidYouMean(string written, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (Nearest(written, all) is { } name)
        {
            return $"Did you mean `{name}`?";
        }

        string[] partly = [.. all.Where(known => IsPartOf(written, known)).Take(MostNames).Select(known => $"`{known}`")];
        return partly.Length switch
        {
            0 => null,
            1 => $"Did you mean {partly[0]}?",
            _ => $"Did you mean {string.Join(", ", partly[..^1])} or {partly[^1]}?",
        };
    }

    public static string? Nearest(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestName)
        {
            return null;
        }

        string? nearest = null;
        int best = Math.Max(1, written.Length / 3) + 1;
        foreach (string name in names)
        {
            int distance = Distance(written.ToLowerInvariant(), name);
            if (distance < best)
            {
                (nearest, best) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary>True for <c>message</c> or <c>personal</c> of <c>personal_message</c>.</summary>
    private static bool IsPartOf(string written, string known)
        => known.Split('.', '_').Contains(written, StringComparer.OrdinalIgnoreCase)
            || known.EndsWith('.' + written, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters must be added, left out, changed or swapped with a neighbour to make one word of the other.</summary>
    private static int Distance(string a, string b)
    {
        var costs = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            costs[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            costs[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                int cost = Math.Min(Math.Min(costs[i - 1, j] + 1, costs[i, j - 1] + 1), costs[i - 1, j - 1] + change);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                costs[i, j] = swapped ? Math.Min(cost, costs[i - 2, j - 2] + 1) : cost;
            }
        }

        return costs[a.Length, b.Length];
    }
}
