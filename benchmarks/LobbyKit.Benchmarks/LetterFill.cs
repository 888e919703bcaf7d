using System.Globalization;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.Data.Sqlite;

namespace LobbyKit.Benchmarks;

/// <summary>
/// Fills a database with the letters of a large campaign: every country on every day, few countries with most of the letters, all
/// routes and states, an outbox and the servers' answers. The same seed gives the same letters.
/// </summary>
internal sealed class LetterFill(SqliteConnection connection, int campaignId, int templateVersionId, IReadOnlyList<int> contactIds, DateTime today)
{
    public const int Countries = 200;
    public const int Days = 60;
    private const int ScrubbedAfterDays = 30;

    private static readonly string[] Languages = ["en", "fr", "es", "de", "ar", "pt-BR", "it", "ja", "tr"];

    private readonly Random random = new(20130905);
    private readonly string[] countries = [.. Web.Contacts.Countries.All.Take(Countries)];

    /// <summary>What a letter weighs until it is scrubbed: an encrypted page of text.</summary>
    private readonly byte[] sealedContent = new byte[1500];

    public void Run(int letters)
    {
        random.NextBytes(sealedContent);
        Execute("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA temp_store=MEMORY;");
        using (var transaction = connection.BeginTransaction())
        {
            using var letter = Command(
                """
                INSERT INTO Letters (Id, CampaignId, ContactId, TemplateVersionId, CountryCode, Language, ReaderLanguage, Route, State,
                  ReceiptTokenHash, HasText, ConsentVersion, ConsentAt, CreatedAt, CreatedOn, StateAt, Revision)
                VALUES ($id, $campaign, $contact, $version, $country, $language, 'en', $route, $state, $hash, $hasText, '1', $at, $at, $day, $stateAt, 2)
                """,
                "$id", "$campaign", "$contact", "$version", "$country", "$language", "$route", "$state", "$hash", "$hasText", "$at", "$day", "$stateAt");
            using var text = Command("INSERT INTO SealedLetters (LetterId, Content) VALUES ($id, $content)", "$id", "$content");
            using var mail = Command(
                """
                INSERT INTO Outbox (Id, Kind, State, LetterId, CampaignId, ContactId, MessageId, CreatedAt, DueAt, AttemptCount, FinishedAt)
                VALUES ($id, 10, $state, $id, $campaign, $contact, $message, $at, $at, $tries, $at)
                """,
                "$id", "$state", "$campaign", "$contact", "$message", "$at", "$tries");
            using var attempt = Command(
                """
                INSERT INTO DeliveryAttempts (OutboxMailId, Number, StartedAt, FinishedAt, Outcome, ReplyCode, EnhancedCode)
                VALUES ($mail, $number, $at, $at, $outcome, $code, $enhanced)
                """,
                "$mail", "$number", "$at", "$outcome", "$code", "$enhanced");
            for (var id = 1; id <= letters; id++)
            {
                Add(id, letter, text, mail, attempt);
            }

            AddJourneys();
            transaction.Commit();
        }

        Execute("PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private void Add(int id, SqliteCommand letter, SqliteCommand text, SqliteCommand mail, SqliteCommand attempt)
    {
        // The first letters make sure that every country has one on every day; the rest crowd into a few.
        var country = id <= Countries * Days ? id % Countries : (int)(Countries * Math.Pow(random.NextDouble(), 3));
        var age = id <= Countries * Days ? id / Countries % Days : random.Next(Days);
        var at = today.AddDays(-age).AddSeconds(random.Next(age == 0 ? 3600 : 86400));
        var contact = contactIds[country % contactIds.Count];
        var route = random.Next(100) switch { < 60 => LetterRoute.Server, < 90 => LetterRoute.WebForm, < 97 => LetterRoute.Post, _ => LetterRoute.Phone };
        var state = State(route, age);
        Run(letter, id, campaignId, contact, templateVersionId, countries[country], Languages[(country + (random.Next(4) == 0 ? 1 : 0)) % Languages.Length],
            route.ToString(), state.ToString(), Guid.NewGuid().ToString("N"), age < ScrubbedAfterDays,
            at, DateOnly.FromDateTime(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), at.AddMinutes(5));
        if (age < ScrubbedAfterDays)
        {
            Run(text, id, sealedContent);
        }

        if (route == LetterRoute.Server && state is LetterState.Accepted or LetterState.Rejected or LetterState.Bounced)
        {
            AddAnswers(id, contact, at, state, mail, attempt);
        }
    }

    private LetterState State(LetterRoute route, int age)
    {
        var chance = random.Next(100);
        return route == LetterRoute.Server
            ? chance switch
            {
                < 78 => LetterState.Accepted,
                < 81 => LetterState.Rejected,
                < 82 => LetterState.Bounced,
                < 84 => LetterState.Withdrawn,
                < 86 when age == 0 => LetterState.Queued,
                _ => age < 7 ? LetterState.AwaitingConfirmation : LetterState.Expired,
            }
            : chance < 70 ? LetterState.Reported : age < 7 ? LetterState.AwaitingConfirmation : LetterState.Expired;
    }

    private void AddAnswers(int id, int contact, DateTime at, LetterState state, SqliteCommand mail, SqliteCommand attempt)
    {
        var tries = random.Next(5) == 0 ? 3 : 1;
        var outcome = state == LetterState.Rejected ? OutboxState.Rejected : OutboxState.Accepted;
        Run(mail, id, outcome.ToString(), campaignId, contact, $"{id}@benchmark.example", at, tries);
        for (var number = 1; number < tries; number++)
        {
            Run(attempt, id, number, at.AddMinutes(number), nameof(DeliveryOutcome.TryLater), 452, number == 1 ? "4.2.2" : "4.3.2");
        }

        var (code, enhanced) = outcome == OutboxState.Accepted ? (250, "2.0.0") : random.Next(2) == 0 ? (550, "5.1.1") : (554, "5.7.1");
        Run(attempt, id, tries, at.AddMinutes(tries), outcome == OutboxState.Accepted ? nameof(DeliveryOutcome.Accepted) : nameof(DeliveryOutcome.Rejected), code, enhanced);
    }

    private void AddJourneys()
    {
        using var journey = Command(
            "INSERT INTO JourneyCounts (CampaignId, Day, CountryCode, Step, Visits) VALUES ($campaign, $day, $country, $step, $visits)",
            "$campaign", "$day", "$country", "$step", "$visits");
        for (var age = 0; age < Days; age++)
        {
            var day = DateOnly.FromDateTime(today.AddDays(-age)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Run(journey, campaignId, day, "", nameof(JourneyStep.AppealSeen), 60_000 + random.Next(20_000));
            foreach (var country in countries)
            {
                Run(journey, campaignId, day, country, nameof(JourneyStep.FormOpened), 150 + random.Next(50));
                Run(journey, campaignId, day, country, nameof(JourneyStep.LetterChecked), 90 + random.Next(30));
            }
        }
    }

    private SqliteCommand Command(string text, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        return command;
    }

    private void Execute(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
