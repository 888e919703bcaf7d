using System.Globalization;
using System.Runtime.CompilerServices;
using LobbyKit.Templates;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>The dry run: what each row of a file would do to the contacts as they are. Changes nothing.</summary>
internal sealed class ImportComparison(LobbyKitDbContext db)
{
    public const int ChunkSize = 500;

    private const int MostBroken = 100;

    private readonly Dictionary<(string Country, ContactRole Role, string Office), (int Id, bool IsRetired)> offices = [];
    private readonly Dictionary<(string Country, ContactRole Role, string Office), List<(int Id, bool IsRetired)>> folded = [];
    private readonly Dictionary<object, int> lines = [];

    /// <summary>What makes the file one that is not to be trusted at all: rows that are longer or shorter, quotation marks that are missing.</summary>
    /// <returns>How many rows it has, and the first that are broken.</returns>
    public static (int Rows, IReadOnlyList<ContactImportRow> Broken) Look(ListFile file)
    {
        var rows = 0;
        var broken = new List<ContactImportRow>();
        foreach (var row in file.Rows())
        {
            rows++;
            if (row.Problem.Length > 0 && broken.Count < MostBroken)
            {
                broken.Add(new ContactImportRow { Line = row.Line, Kind = ImportRowKind.Broken, Findings = [new("", "", "", row.Problem)] });
            }
        }

        return (rows, broken);
    }

    /// <summary>Row by row, in chunks. To be asked for once.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ContactImportRow>> RunAsync(
        ListFile file, ColumnMapping columns, DateOnly asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await LearnOfficesAsync(cancellationToken);
        var reading = new ListReading(file.Headings, columns);
        foreach (var chunk in file.Rows().Chunk(ChunkSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = chunk.Select(row => Read(reading, row)).ToList();
            var ids = read.Where(r => r.Row.ContactId is not null).Select(r => r.Row.ContactId!.Value).ToList();
            var contacts = await db.Contacts.AsNoTracking().Include(c => c.Channels).AsSplitQuery()
                .Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
            var changes = (await db.AddressChanges.AsNoTracking()
                .Where(c => EF.Parameter(ids).Contains(c.ContactId) && (c.State == AddressChangeState.Waiting || c.State == AddressChangeState.Refused))
                .ToListAsync(cancellationToken)).ToLookup(c => c.ContactId);
            foreach (var (row, said) in read.Where(r => r.Row.Kind == ImportRowKind.Unchanged))
            {
                // Deleted in this moment: it is compared again before anything is written.
                var contact = row.ContactId is { } id ? contacts.GetValueOrDefault(id) : null;
                Compare(reading, row, said, contact, contact is null ? [] : changes[contact.Id], asOf);
            }

            yield return [.. read.Select(r => r.Row)];
        }
    }

    private async Task LearnOfficesAsync(CancellationToken cancellationToken)
    {
        var known = db.Contacts.AsNoTracking().Select(c => new { c.Id, c.CountryCode, c.Role, c.Office, IsRetired = c.RetiredAt != null });
        await foreach (var office in known.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            offices[(office.CountryCode, office.Role, office.Office)] = (office.Id, office.IsRetired);
            var key = (office.CountryCode, office.Role, FoldedText.Of(office.Office));
            if (!folded.TryGetValue(key, out var same))
            {
                folded[key] = same = [];
            }

            same.Add((office.Id, office.IsRetired));
        }
    }

    /// <summary>Reads a row, and finds its contact. Unchanged is only a beginning: what is it, <see cref="Compare"/> says.</summary>
    private (ContactImportRow Row, ContactValues File) Read(ListReading reading, ListRow line)
    {
        var row = new ContactImportRow { Line = line.Line, Kind = ImportRowKind.Unchanged };
        if (reading.Formulas(line).ToList() is { Count: > 0 } formulas)
        {
            (row.Kind, row.Findings) = (ImportRowKind.Broken, formulas);
            return (row, new ContactValues());
        }

        var file = reading.Key(reading.Values(line));
        row.CountryCode = Short(file.CountryCode, 3);
        row.Office = Short(file.Office, ContactRules.OfficeLength);
        var wrong = ContactRules.Check(file).Where(p => p.Field is nameof(file.CountryCode) or nameof(file.Role) or nameof(file.Office)).ToList();
        if (wrong.Count > 0)
        {
            (row.Kind, row.Findings) = (ImportRowKind.Invalid, [.. wrong.Select(p => Finding(p, file))]);
            return (row, file);
        }

        var role = SnakeCase.Parse<ContactRole>(file.Role);
        row.Role = role;
        var key = (file.CountryCode, role, FoldedText.Of(file.Office));
        (int Id, bool IsRetired)? contact = offices.TryGetValue((file.CountryCode, role, file.Office), out var exact) ? exact
            : folded.TryGetValue(key, out var same) && same.Count == 1 ? same[0] : null;
        if (!lines.TryAdd(contact is null ? key : contact.Value.Id, line.Line))
        {
            var first = lines[contact is null ? key : contact.Value.Id];
            (row.Kind, row.Findings) = (ImportRowKind.Broken, [new(
                "office", "", file.Office, $"Lines {first} and {line.Line} are the same office: {file.Office} ({file.CountryCode}, {file.Role}). Take one of them out.")]);
        }
        else if (contact is { IsRetired: true })
        {
            (row.Kind, row.Findings, row.ContactId) = (ImportRowKind.Invalid, [new(
                "office", "", file.Office, "This office was retired here. Put it back into the list first, or take the row out of the file.")], contact.Value.Id);
        }
        else
        {
            row.ContactId = contact?.Id;
        }

        return (row, file);
    }

    private static void Compare(
        ListReading reading, ContactImportRow row, ContactValues file, Contact? contact, IEnumerable<AddressChange> addresses, DateOnly asOf)
    {
        var own = contact is null ? null : ContactRules.Tidy(ContactValues.Of(contact));
        var target = reading.Over(file, own);
        if (contact is not null && addresses.Any(c => c.State == AddressChangeState.Waiting && IsSame(c.After, target.Email)))
        {
            // It waits for another admin already.
            target = target with { Email = own!.Email };
        }

        row.Revision = contact?.Revision ?? 0;
        var differ = ContactColumns.All.Where(c => own is null ? c.Read(target).Length > 0 : c.Read(own) != c.Read(target)).ToList();
        var wrong = ContactRules.Check(target).Where(p => own is null || differ.Any(c => c.Field == p.Field)).ToList();
        if (wrong.Count > 0)
        {
            (row.Kind, row.Findings) = (ImportRowKind.Invalid, [.. wrong.Select(p => Finding(p, target))]);
            return;
        }

        row.Kind = own is null ? ImportRowKind.New : differ.Count > 0 ? ImportRowKind.Changed : ImportRowKind.Unchanged;
        if (row.Kind == ImportRowKind.Unchanged)
        {
            return;
        }

        row.Values = target;
        // All of a new office is new: its values say it.
        row.Findings = own is null ? [] : [.. differ.Select(c => Finding(c, own, target, contact!, addresses, asOf))];
        row.HasConflict = row.Findings.Any(f => f.IsConflict);
    }

    private static ImportFinding Finding(ContactProblem problem, ContactValues values)
    {
        var column = ContactColumns.Of(problem.Field);
        return new ImportFinding(column.Name, "", Short(column.Read(values), 200), problem.Message);
    }

    private static ImportFinding Finding(
        ContactColumn column, ContactValues own, ContactValues target, Contact contact, IEnumerable<AddressChange> addresses, DateOnly asOf)
    {
        var finding = new ImportFinding(column.Name, column.Read(own), column.Read(target));
        var isNewAddress = column.Field == nameof(ContactValues.Email) && target.Email.Length > 0 && !IsSame(finding.Before, finding.After);
        if (isNewAddress && addresses.Where(c => c.State == AddressChangeState.Refused && IsSame(c.After, target.Email)).MaxBy(c => c.Id) is { } refused)
        {
            return finding with { Reason = $"{refused.DecidedBy} refused this address on {Day(refused.DecidedAt!.Value)}.", IsConflict = true };
        }

        var since = asOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var channel = Kind(column) is { } kind ? contact.Channels.FirstOrDefault(c => c.Kind == kind) : null;
        return channel switch
        {
            { StoppedAt: null, VerifiedAt: { } verified } when verified >= since =>
                finding with { Reason = $"{channel.VerifiedBy} saw {channel.Address} on the official page on {Day(verified)}.", IsConflict = true },
            { StoppedAt: { } stopped } when stopped >= since =>
                finding with { Reason = $"{channel.Address} was taken out of use on {Day(stopped)}.", IsConflict = true },
            _ when isNewAddress => finding with { Reason = "Waits for another admin’s approval." },
            _ => finding,
        };
    }

    private static ChannelKind? Kind(ContactColumn column) => column.Field switch
    {
        nameof(ContactValues.Email) => ChannelKind.Email,
        nameof(ContactValues.WebFormUrl) => ChannelKind.WebForm,
        nameof(ContactValues.PostalAddress) => ChannelKind.Post,
        nameof(ContactValues.Phone) => ChannelKind.Phone,
        _ => null,
    };

    private static bool IsSame(string a, string b) => ContactChannel.Canonical(a) is { Length: > 0 } canonical && canonical == ContactChannel.Canonical(b);

    private static string Day(DateTime time) => time.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en"));

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most];
}
