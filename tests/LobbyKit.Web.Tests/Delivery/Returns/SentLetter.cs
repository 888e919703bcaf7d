using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>A letter and what its office got of it.</summary>
internal sealed record SentLetter(
    long Id, long OutboxId, string MessageId, string ReturnPath, Contact Office, string OfficeAddress, Supporter Supporter, string Receipt);
