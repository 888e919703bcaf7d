namespace LobbyKit.Web.Contacts.Importing;

/// <summary>What a file's columns probably are, by the words of their headings, in several languages.</summary>
internal static class ColumnGuess
{
    /// <param name="headings">Of the file.</param>
    /// <param name="samples">Its first rows.</param>
    public static ColumnMapping Of(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> samples)
    {
        var free = headings.ToDictionary(h => h, FoldedText.Of);
        var found = new Dictionary<string, string>();
        // The surest first, so that a weaker likeness takes no column away from a stronger one.
        Take((column, folded) => FoldedText.Of(column.Name) == folded);
        Take((column, folded) => column.Words.Contains(folded));
        Take((column, folded) => column.Words.Any(w => w.Length > 3 && $" {folded} ".Contains($" {w} ", StringComparison.Ordinal)));

        if (!found.ContainsKey("office") && found.Remove("body", out var body))
        {
            // A list of public bodies: each of them is the office that one writes to.
            found["office"] = body;
        }

        if (found.TryGetValue("country", out var country) && !found.ContainsKey("country_code") && HoldsCodes(country))
        {
            found.Remove("country");
            found["country_code"] = country;
        }

        return new ColumnMapping(found, new Dictionary<string, string>());

        void Take(Func<ContactColumn, string, bool> isLike)
        {
            foreach (var column in ContactColumns.All.Where(c => !found.ContainsKey(c.Name)))
            {
                if (free.FirstOrDefault(h => isLike(column, h.Value)).Key is { } heading)
                {
                    found[column.Name] = heading;
                    free.Remove(heading);
                }
            }
        }

        bool HoldsCodes(string heading)
        {
            var at = headings.ToList().IndexOf(heading);
            var cells = samples.Where(s => s.Count > at && s[at].Length > 0).Select(s => s[at].Trim().ToUpperInvariant()).ToList();
            return cells.Count > 0 && cells.All(Countries.IsCode);
        }
    }
}
