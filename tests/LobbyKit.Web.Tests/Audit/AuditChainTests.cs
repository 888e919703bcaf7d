
namespace LobbyKit.Web.Tests.Audit;

/// <summary>Somebody with the database, and without the keys, tries to make something not have happened.</summary>
public sealed class AuditChainTests(AuditChainTests.Installation installation) : IClassFixture<AuditChainTests.Installation>, IAsyncLifetime
{
    private readonly AuditDesk desk = installation.Desk;

    public async Task InitializeAsync()
    {
        await desk.SealAsync();
        await desk.BreakInAsync("");
    }

    public Task DisposeAsync() => desk.MendAsync();

    [Fact]
    public async Task Left_alone_the_chain_is_whole()
    {
        var entries = await desk.EntriesAsync();

        var verdict = await desk.VerifyAsync();

        Assert.Null(verdict.Problem);
        Assert.Equal((entries.Count, 0), (verdict.Sealed, verdict.Unsealed));
        Assert.StartsWith($"{entries.Count}:", verdict.Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ActorName = 'Somebody else'")]
    [InlineData("ChangesJson = ChangesJson || ' '")]
    [InlineData("At = '2020-01-01 00:00:00'")]
    [InlineData("Address = '192.0.2.1'")]
    [InlineData("SubjectId = '999'")]
    [InlineData("AccountId = 1")]
    public async Task A_changed_entry_is_named(string change)
    {
        await desk.BreakInAsync($"UPDATE AuditEntries SET {change} WHERE Id = 5");

        var verdict = await desk.VerifyAsync();

        Assert.Equal((5L, 4L), (verdict.EntryId, verdict.Sealed));
        Assert.StartsWith("Entry 5 is not as it was written. It now says: ", verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_was_taken_out_is_named()
    {
        await desk.BreakInAsync("DELETE FROM AuditEntries WHERE Id = 5");

        var verdict = await desk.VerifyAsync();

        Assert.StartsWith("Entry 5 is gone. It was sealed as number 5 on ", verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_was_taken_out_with_its_seal_leaves_a_gap()
    {
        await desk.BreakInAsync("DELETE FROM AuditSeals WHERE Sequence = 5; DELETE FROM AuditEntries WHERE Id = 5");

        Assert.StartsWith("Seal 5 is gone; the next one is 6.", (await desk.VerifyAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_that_was_closed_does_not_fit()
    {
        await desk.BreakInAsync(
            "DELETE FROM AuditSeals WHERE Sequence = 5; DELETE FROM AuditEntries WHERE Id = 5; "
            + "UPDATE AuditSeals SET Sequence = -Sequence WHERE Sequence > 5; UPDATE AuditSeals SET Sequence = -Sequence - 1 WHERE Sequence < 0");

        Assert.StartsWith("Entry 6 is not the one that was sealed as number 5", (await desk.VerifyAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchanged_entries_are_named()
    {
        await desk.BreakInAsync("UPDATE AuditEntries SET Id = -5 WHERE Id = 5; UPDATE AuditEntries SET Id = 5 WHERE Id = 6; UPDATE AuditEntries SET Id = 6 WHERE Id = -5");

        Assert.StartsWith("Entry 5 is not the one that was sealed as number 5", (await desk.VerifyAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_somebody_else_put_in_is_named_sealed_or_not()
    {
        await desk.BreakInAsync(
            "INSERT INTO AuditEntries (Id, Nonce, At, AccountId, ActorName, Address, Action, Kind, SubjectId, SubjectName, ChangesJson, Mac) "
            + "SELECT 1000, Nonce, At, 1, 'Anna', Address, Action, Kind, SubjectId, SubjectName, ChangesJson, 'made-up' FROM AuditEntries WHERE Id = 5");
        await desk.SealAsync();

        var verdict = await desk.VerifyAsync();

        Assert.Equal(1000, verdict.EntryId);
        Assert.Contains("Entry 1000", verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_true_entry_is_named()
    {
        await desk.BreakInAsync(
            "DROP INDEX IX_AuditEntries_Mac; INSERT INTO AuditEntries (Id, Nonce, At, AccountId, ActorName, Address, Action, Kind, SubjectId, SubjectName, ChangesJson, Mac) "
            + "SELECT 1000, Nonce, At, AccountId, ActorName, Address, Action, Kind, SubjectId, SubjectName, ChangesJson, Mac FROM AuditEntries WHERE Id = 5");
        await desk.SealAsync();

        Assert.Equal("Entry 1000 is a copy of another one.", (await desk.VerifyAsync()).Problem);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_seen_with_a_head_that_was_noted()
    {
        var head = (await desk.VerifyAsync()).Head;
        await desk.BreakInAsync(
            "DELETE FROM AuditSeals WHERE Sequence > (SELECT max(Sequence) - 3 FROM AuditSeals); DELETE FROM AuditEntries WHERE Id > (SELECT max(EntryId) FROM AuditSeals)");

        Assert.Null((await desk.VerifyAsync()).Problem);
        Assert.StartsWith($"The chain does not go through {head}.", (await desk.VerifyAsync(head)).Problem, StringComparison.Ordinal);
        Assert.Contains(desk.Application.LogLines, l => l.Contains($"its head is {head}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_keys_nothing_is_said_to_be_whole()
    {
        var keys = Path.Combine(desk.Application.Folder, "keys");
        Directory.Move(keys, keys + "-away");

        var verdict = await desk.VerifyAsync();

        Directory.Move(keys + "-away", keys);
        Assert.Contains("do not open this installation's secret", verdict.Problem, StringComparison.Ordinal);
    }

    public sealed class Installation : IAsyncLifetime
    {
        public AuditDesk Desk { get; private set; } = null!;

        public async Task InitializeAsync() => Desk = await AuditDesk.OpenAsync();

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
