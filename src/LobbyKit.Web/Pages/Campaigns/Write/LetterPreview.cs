using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Campaigns.Write;

/// <summary>The letter as it is so far.</summary>
/// <param name="Offer">To whom.</param>
/// <param name="Route">How it travels.</param>
/// <param name="Letter">As it is sent.</param>
/// <param name="ForReader">The same in a language that the supporter reads; null where that is the letter's, or the words are their own.</param>
/// <param name="IsOwn">Whether its words are the supporter's.</param>
public sealed record LetterPreview(WritingOffer Offer, LetterRoute Route, ComposedLetter Letter, ComposedLetter? ForReader, bool IsOwn);
