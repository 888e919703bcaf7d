using System.Security.Cryptography;
using System.Text;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>
/// A form that remembers what it began with, so that two people can edit the same thing: the second is told what the first changed, and
/// nothing that either typed is lost.
/// </summary>
public abstract class EditedForm
{
    /// <summary>The revision that the form began with.</summary>
    public int Revision { get; set; }

    /// <summary>Fingerprints of the values that the form began with.</summary>
    public string? Start { get; set; }

    public abstract IReadOnlyList<EditedField> EditedFields();

    /// <summary>Remembers what it holds as what it began with.</summary>
    public void Begin(int revision)
    {
        Revision = revision;
        Start = string.Join(';', EditedFields().Select(f => $"{f.Name}={Fingerprint(f.Get())}"));
    }

    /// <summary>Goes on from what is saved by now: takes over what was not touched here, and leaves what was typed.</summary>
    /// <param name="saved">The form as it would be opened now.</param>
    /// <returns>What somebody else changed.</returns>
    public IReadOnlyList<FieldChange> Follow(EditedForm saved)
    {
        var began = (Start ?? "").Split(';').Select(p => p.Split('=')).Where(p => p.Length == 2).DistinctBy(p => p[0]).ToDictionary(p => p[0], p => p[1]);
        var theirs = saved.EditedFields().ToDictionary(f => f.Name, f => f.Get());
        var changes = new List<FieldChange>();
        foreach (var field in EditedFields())
        {
            var before = began.GetValueOrDefault(field.Name);
            if (Fingerprint(theirs[field.Name]) == before || theirs[field.Name] == field.Get())
            {
                continue;
            }

            var isUntouched = Fingerprint(field.Get()) == before;
            changes.Add(new FieldChange(field.Name, field.Label, theirs[field.Name], isUntouched));
            if (isUntouched)
            {
                field.Set(theirs[field.Name]);
            }
        }

        (Revision, Start) = (saved.Revision, saved.Start);
        return changes;
    }

    // Browsers send line ends of their own.
    private static string Fingerprint(string value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value.ReplaceLineEndings("\n").Trim())))[..16];
}
