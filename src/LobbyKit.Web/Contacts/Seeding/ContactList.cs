using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LobbyKit.Templates;
using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Contacts.Seeding;

/// <summary>Reads a list of contacts from a file such as <c>data/g20-leaders.csv</c>.</summary>
internal static class ContactList
{
    /// <exception cref="InvalidDataException">The file is not such a list; the message names file, line and reason.</exception>
    public static IReadOnlyList<Contact> Read(string path, DateTime now)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        var contacts = new List<Contact>();
        var seen = new HashSet<(string, ContactRole, string)>();
        try
        {
            foreach (var row in csv.GetRecords<ContactRow>())
            {
                var contact = ToContact(row, contacts.Count + 1, now);
                contacts.Add(seen.Add((contact.CountryCode, contact.Role, contact.Office))
                    ? contact
                    : throw new FormatException($"{contact.Office} ({contact.CountryCode}) stands in the list already."));
            }

            return contacts;
        }
        catch (Exception problem) when (problem is FormatException or CsvHelperException)
        {
            throw new InvalidDataException($"{path}, line {csv.Parser.RawRow}: {problem.Message.Split('\n')[0].Trim()}", problem);
        }
    }

    private static Contact ToContact(ContactRow row, int position, DateTime now)
    {
        Require(Countries.IsKnown(row.CountryCode), $"country_code is \"{row.CountryCode}\", which is no country.");
        Require(row.Office.Trim().Length > 0, "office is empty.");
        Require(row.Email.Length == 0 || MailAddressText.IsValidInternational(row.Email), $"email is \"{row.Email}\", which is no e-mail address.");
        Require(
            row.WebFormUrl.Length == 0 || (Uri.TryCreate(row.WebFormUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"),
            $"web_form_url is \"{row.WebFormUrl}\", which is no web address.");
        var contact = new Contact
        {
            CountryCode = row.CountryCode,
            CountryName = row.Country,
            G20Status = SnakeCase.Parse<G20Status>(row.G20Status),
            Role = SnakeCase.Parse<ContactRole>(row.Role),
            Office = row.Office,
            Body = row.Body,
            PersonName = row.PersonName,
            Salutation = row.Salutation,
            Languages = row.Languages.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            SourceUrl = row.SourceUrl,
            SourceSeen = row.SourceSeen,
            Confidence = SnakeCase.Parse<Confidence>(row.Confidence),
            Note = row.Note,
            Position = position,
            CreatedAt = now,
        };
        AddChannel(contact, ChannelKind.Email, row.Email);
        AddChannel(contact, ChannelKind.WebForm, row.WebFormUrl);
        AddChannel(contact, ChannelKind.Post, row.PostalAddress);
        AddChannel(contact, ChannelKind.Phone, row.Phone);
        return contact;
    }

    private static void Require(bool isRight, string problem)
    {
        if (!isRight)
        {
            throw new FormatException(problem);
        }
    }

    private static void AddChannel(Contact contact, ChannelKind kind, string address)
    {
        if (address.Length > 0)
        {
            contact.Channels.Add(new ContactChannel { Kind = kind, Address = address });
        }
    }
}
