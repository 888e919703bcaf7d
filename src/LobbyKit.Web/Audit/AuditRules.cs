using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Exchange;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Importing;
using LobbyKit.Web.Data;
using LobbyKit.Web.Data.Backups;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Audit;

/// <summary>Which entities are in the log, and which are not and why. Every entity of the model is one or the other; a test holds that.</summary>
public static class AuditRules
{
    internal const string Undone = "undone";

    public static IReadOnlyDictionary<Type, AuditRule> All { get; } = new AuditRule[]
    {
        AuditRule.Of<Contact>(AuditKind.Contact).Without(nameof(Contact.SeedFingerprint), nameof(Contact.SeedKey), nameof(Contact.SearchText), nameof(Contact.Position))
            .Called(nameof(Contact.CountryCode), "country code").Called(nameof(Contact.CountryName), "country")
            .Called(nameof(Contact.G20Status), "G20 status").Called(nameof(Contact.PersonName), "person").Called(nameof(Contact.SourceUrl), "source")
            .Called(nameof(Contact.SourceSeen), "source seen").Called(nameof(Contact.PersonUntil), "person's last day")
            .Called(nameof(Contact.RetiredAt), "retired").Called(nameof(Contact.MergedIntoId), "merged into contact"),
        AuditRule.PartOf<Contact, ContactChannel>(AuditKind.Contact, nameof(ContactChannel.ContactId), c => ChannelName(c.Kind))
            .Without(nameof(ContactChannel.Kind), nameof(ContactChannel.CanonicalAddress)).Called(nameof(ContactChannel.Address), "")
            .Called(nameof(ContactChannel.VerifiedAt), "verified").Called(nameof(ContactChannel.VerifiedPage), "verified on page")
            .Called(nameof(ContactChannel.StoppedAt), "stopped"),
        AuditRule.PartOf<Contact, AddressChange>(AuditKind.Contact, nameof(AddressChange.ContactId), _ => "new e-mail address")
            .Called(nameof(AddressChange.Before), "in place of").Called(nameof(AddressChange.After), "")
            .Called(nameof(AddressChange.IsSelfApproved), "approved by the same admin"),
        // Supporters suggest; what becomes of it is an admin's doing.
        AuditRule.Of<ContactSuggestion>(AuditKind.Suggestion).Without(nameof(ContactSuggestion.Times), nameof(ContactSuggestion.Fingerprint)).NotWhenAdded(),

        // Claims, progress and clearing up are work, and done in bulk; applying and undoing are saved.
        AuditRule.Of<ContactImport>(AuditKind.Import).Only(nameof(ContactImport.AppliedAt)).NotWhenAdded().WorkedOnInBulk()
            .Called(nameof(ContactImport.AppliedAt), "applied").Called(nameof(ContactImport.UndoneAt), Undone),

        AuditRule.Of<Campaign>(AuditKind.Campaign).Without(nameof(Campaign.SeedFingerprint), nameof(Campaign.EditedAt), nameof(Campaign.EditedBy))
            .Called(nameof(Campaign.Slug), "address").Called(nameof(Campaign.Editing), "supporters may edit").Called(nameof(Campaign.Accent), "colour").Called(nameof(Campaign.PictureHash), "picture"),
        AuditRule.PartOf<Campaign, CampaignText>(AuditKind.Campaign, nameof(CampaignText.CampaignId), t => $"text in {t.Language}")
            .Without(nameof(CampaignText.Language), nameof(CampaignText.EditedAt), nameof(CampaignText.EditedBy)),
        AuditRule.PartOf<Campaign, CampaignOrganisation>(AuditKind.Campaign, nameof(CampaignOrganisation.CampaignId), o => $"organisation {o.Name}")
            .Without(nameof(CampaignOrganisation.Position)).Called(nameof(CampaignOrganisation.Name), "").Called(nameof(CampaignOrganisation.LogoHash), "logo"),
        AuditRule.Of<CampaignImage>(AuditKind.Picture).Only(nameof(CampaignImage.Hash), nameof(CampaignImage.Width), nameof(CampaignImage.Height)),
        AuditRule.PartOf<CampaignImage, CampaignImageText>(AuditKind.Picture, nameof(CampaignImageText.CampaignImageId), t => $"text in {t.Language}")
            .Only(nameof(CampaignImageText.Alternative)),

        AuditRule.Of<LetterTemplate>(AuditKind.Letter).Called(nameof(LetterTemplate.PublishedNumber), "published version"),
        // The version itself keeps the text.
        AuditRule.PartOf<LetterTemplate, LetterTemplateVersion>(AuditKind.Letter, nameof(LetterTemplateVersion.LetterTemplateId))
            .Only(nameof(LetterTemplateVersion.Number), nameof(LetterTemplateVersion.Note))
            .Called(nameof(LetterTemplateVersion.Number), "version").Called(nameof(LetterTemplateVersion.Note), "note of the version"),

        AuditRule.Of<Account>(AuditKind.Person)
            .Only(nameof(Account.EmailConfirmed), nameof(Account.TwoFactorEnabled), nameof(Account.LockoutEnd), nameof(Account.DisabledAt))
            .Called(nameof(Account.DisplayName), "name").Called(nameof(Account.Email), "e-mail address")
            .Called(nameof(Account.EmailConfirmed), "e-mail address confirmed").Called(nameof(Account.TwoFactorEnabled), "second step by app")
            .Called(nameof(Account.LockoutEnd), "lock").Called(nameof(Account.DisabledAt), "disabling")
            .Secret(nameof(Account.PasswordHash), "password").Secret(nameof(Account.SecurityStamp), "sessions (all ended)"),
        AuditRule.PartOf<Account, IdentityUserRole<int>>(AuditKind.Person, nameof(IdentityUserRole<int>.UserId))
            .Named(nameof(IdentityUserRole<int>.RoleId), "role", AuditLookup.Role),
        AuditRule.PartOf<Account, CampaignMember>(AuditKind.Person, nameof(CampaignMember.AccountId)).Without(nameof(CampaignMember.JoinedAt))
            .Named(nameof(CampaignMember.CampaignId), "team", AuditLookup.Campaign),
        AuditRule.PartOf<Account, IdentityUserClaim<int>>(AuditKind.Person, nameof(IdentityUserClaim<int>.UserId)),
        AuditRule.PartOf<Account, IdentityUserLogin<int>>(AuditKind.Person, nameof(IdentityUserLogin<int>.UserId))
            .Only().Called(nameof(IdentityUserLogin<int>.LoginProvider), "login by").Secret(nameof(IdentityUserLogin<int>.ProviderKey), "key of the login"),
        AuditRule.PartOf<Account, IdentityUserToken<int>>(AuditKind.Person, nameof(IdentityUserToken<int>.UserId), t => AuditWords.Label(t.Name))
            .Only().Secret(nameof(IdentityUserToken<int>.Value), ""),
        // Each signing in counts the passkey's uses: that is no change of who may do what.
        AuditRule.PartOf<Account, IdentityUserPasskey<int>>(AuditKind.Person, nameof(IdentityUserPasskey<int>.UserId))
            .Only().Secret(nameof(IdentityUserPasskey<int>.CredentialId), "passkey").NotWhenChanged(),
        AuditRule.Of<OneTimeLink>(AuditKind.Invitation).Only(nameof(OneTimeLink.Purpose), nameof(OneTimeLink.Role), nameof(OneTimeLink.ExpiresAt))
            .Called(nameof(OneTimeLink.Email), "e-mail address").Called(nameof(OneTimeLink.ExpiresAt), "works until").Called(nameof(OneTimeLink.UsedAt), "use")
            .Named(nameof(OneTimeLink.CampaignId), "team", AuditLookup.Campaign),

        AuditRule.Of<RecordedSetting>(AuditKind.Setting, nameof(RecordedSetting.Name)).Called(nameof(RecordedSetting.Value), "value")
            .Secret(nameof(RecordedSetting.SecretFingerprint), "secret value"),
        AuditRule.Of<DeliveryPause>(AuditKind.Delivery, nameof(DeliveryPause.Kind)).Called(nameof(DeliveryPause.Since), "stopped"),
    }.ToDictionary(r => r.Entity);

    /// <summary>With the reason.</summary>
    public static IReadOnlyDictionary<Type, string> NotAudited { get; } = new Dictionary<Type, string>
    {
        [typeof(Letter)] = "A supporter's. What becomes of it is in its events; who wrote is told to nobody.",
        [typeof(SealedLetter)] = "A supporter's, encrypted.",
        [typeof(LetterEvent)] = "A record of its own, only ever added to.",
        [typeof(PendingImport)] = "An upload that waits for its second step, at most an hour. What comes of it is recorded.",
        [typeof(ContactImportFile)] = "The upload of an import, for a day at most.",
        [typeof(ContactImportRow)] = "What an import found in its file.",
        [typeof(RememberedColumns)] = "Which heading meant which column the last time.",
        [typeof(LetterSum)] = "Counted from the letters, again and again.",
        [typeof(JourneyCount)] = "Counts of visits.",
        [typeof(AnswerCount)] = "Counted from the attempts.",
        [typeof(CountingMark)] = "How far the counting has come.",
        [typeof(LetterCount)] = "Counted from the letters, again and again.",
        [typeof(OutboxMail)] = "Delivery's own work; its attempts are recorded.",
        [typeof(SealedMail)] = "The text of an e-mail, encrypted.",
        [typeof(ReturnedMail)] = "A record of its own, only ever added to.",
        [typeof(ReturnCount)] = "Counts of messages.",
        [typeof(AddressFailure)] = "Counted by delivery. The address that it stops is recorded.",
        [typeof(DeliveryAttempt)] = "A record of its own, only ever added to.",
        [typeof(DeliveryLane)] = "Delivery's own work, done again with every letter.",
        [typeof(StoredSecret)] = "Made once by the installation, never changed; sealed.",
        [typeof(IdentityRole<int>)] = "The two roles are part of the program. Who has which is recorded.",
        [typeof(IdentityRoleClaim<int>)] = "Roles have no claims here.",
        [typeof(IdentityPasskeyData)] = "The inside of a passkey: key material and a counter.",
        [typeof(AuditEntry)] = "The log itself.",
        [typeof(AuditSeal)] = "The log itself.",
        [typeof(BackupRecord)] = "A record of its own, only ever added to.",
    };

    private static string ChannelName(ChannelKind kind) => kind switch
    {
        ChannelKind.Email => "e-mail address",
        ChannelKind.WebForm => "web form",
        ChannelKind.Post => "postal address",
        ChannelKind.Phone => "phone number",
        _ => kind.ToString(),
    };
}
