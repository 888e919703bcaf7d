namespace LobbyKit.Web.Contacts;

/// <summary>What came of a change.</summary>
/// <param name="Outcome">Whether it was made.</param>
/// <param name="ContactId">Of the contact; 0 where there is none.</param>
/// <param name="Problems">Where the values were wrong.</param>
/// <param name="AddressWaits">True where a new e-mail address now waits for another admin.</param>
public sealed record ContactSaved(ContactOutcome Outcome, int ContactId, IReadOnlyList<ContactProblem> Problems, bool AddressWaits)
{
    public static ContactSaved Failed(ContactOutcome outcome) => new(outcome, 0, [], false);

    public static ContactSaved Wrong(IReadOnlyList<ContactProblem> problems) => new(ContactOutcome.HasProblems, 0, problems, false);
}
