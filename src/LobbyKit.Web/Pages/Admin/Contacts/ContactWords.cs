using System.Globalization;
using LobbyKit.Templates;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>How the admins' pages call things.</summary>
public static class ContactWords
{
    public static string Of(ContactRole role) => role switch
    {
        ContactRole.HeadOfGovernment => "Head of government",
        ContactRole.HeadOfState => "Head of state",
        ContactRole.ForeignMinister => "Foreign minister",
        ContactRole.InstitutionHead => "Head of an institution",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string Of(ChannelKind kind) => kind switch
    {
        ChannelKind.Email => "E-mail",
        ChannelKind.WebForm => "Web form",
        ChannelKind.Post => "Post",
        ChannelKind.Phone => "Phone",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(LetterRoute route) => route switch
    {
        LetterRoute.Server => "our server",
        LetterRoute.OwnMailbox => "the supporter’s own mailbox",
        LetterRoute.WebForm => "web form",
        LetterRoute.Post => "post",
        LetterRoute.Phone => "phone",
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, null),
    };

    public static string Of(G20Status status) => status switch
    {
        G20Status.NonMember => "Not a member",
        G20Status.Member => "Member",
        G20Status.PermanentGuest => "Permanent guest",
        G20Status.Invited => "Invited",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(AddressChange change) => change.State switch
    {
        AddressChangeState.Waiting => "Waits for another admin",
        AddressChangeState.Approved when change.IsSelfApproved => $"Approved by {change.DecidedBy}, who also entered it, as the only admin",
        AddressChangeState.Approved => $"Approved by {change.DecidedBy}",
        AddressChangeState.Refused => $"Refused by {change.DecidedBy}",
        _ => $"Replaced by {change.DecidedBy}",
    };

    public static string Day(DateTime time) => time.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"1 letter", "1,200 letters".</summary>
    public static string Count(int number, string one, string many) => $"{number.ToString("N0", CultureInfo.CurrentCulture)} {(number == 1 ? one : many)}";

    /// <summary>The person in the office, with the day on which their time in it ends or ended.</summary>
    public static string Person(Contact contact) =>
        contact.PersonUntil is { } until ? $"{contact.PersonName}, until {Day(until)}" : contact.PersonName;
}
