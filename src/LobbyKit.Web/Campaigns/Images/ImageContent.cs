namespace LobbyKit.Web.Campaigns.Images;

/// <summary>A picture to be sent.</summary>
public sealed record ImageContent(ImageType Type, byte[] Bytes);
