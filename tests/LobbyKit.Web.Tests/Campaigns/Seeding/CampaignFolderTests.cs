using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Tests.Campaigns.Seeding;

/// <summary>What is not right in a campaign's folder is refused before anything is written.</summary>
public sealed class CampaignFolderTests : IDisposable
{
    private readonly SampleCampaign folder = new();

    [Theory]
    [InlineData("goal: 5000", "goal: many", "campaign.md, line ")]
    [InlineData("goal: 5000", "gaol: 5000", "gaol")]
    [InlineData("opens: 2026-11-01", "opens: soon", "campaign.md")]
    [InlineData("time_zone: America/New_York", "time_zone: Moon/Base", "Moon/Base")]
    [InlineData("head_of_government, ", "king, ", "king")]
    [InlineData("slug: keep-hope-alive", "slug: ''", "slug")]
    [InlineData("slug: keep-hope-alive", "slug: Keep Hope", "slug")]
    [InlineData("accent: \"#1d4e5f\"", "accent: \"red; }\"", "accent")]
    [InlineData("title: Keep Hope Alive", "title: ''", "title")]
    [InlineData("roles: [head_of_government, head_of_state, institution_head, foreign_minister]", "roles: []", "roles")]
    [InlineData("consent_version: \"2026-11-1\"", "consent_version: ''", "consent_version")]
    [InlineData("editing: own_paragraph", "editing: own_paragraph\nchannels: [post, pigeon]", "pigeon")]
    [InlineData("editing: own_paragraph", "editing: anything", "anything")]
    [InlineData("closes: 2026-12-13", "closes: 2026-10-13", "closes")]
    public void A_campaign_that_is_not_right_is_refused_in_words_that_name_file_and_reason(string before, string after, string named)
    {
        folder.Change("campaign.md", before, after);

        var problem = Assert.Throws<InvalidDataException>(Read);

        Assert.Contains("campaign.md", problem.Message, StringComparison.Ordinal);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Channels_are_those_that_are_named_and_all_where_none_is()
    {
        var nowUtc = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(Enum.GetValues<ChannelKind>(), CampaignFolder.Read(folder.Path, nowUtc).Channels);
        folder.Change("campaign.md", "editing: own_paragraph", "editing: everything\nchannels: [post, email]");

        var campaign = CampaignFolder.Read(folder.Path, nowUtc);

        Assert.Equal([ChannelKind.Email, ChannelKind.Post], campaign.Channels);
        Assert.Equal(SupporterEditing.Everything, campaign.Editing);
    }

    [Theory]
    [InlineData("letters/en.scriban", "letters/en.scriban is not there")]
    [InlineData("campaign.md", "campaign.md is not there")]
    public void A_campaign_that_lacks_a_file_is_refused(string file, string message)
    {
        File.Delete(Path.Combine(folder.Path, file));

        var problem = Assert.Throws<InvalidDataException>(Read);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_in_no_language_is_refused()
    {
        File.Copy(folder.GermanLetter, folder.GermanLetter.Replace("de.scriban", "german!.scriban", StringComparison.Ordinal));

        var problem = Assert.Throws<InvalidDataException>(Read);

        Assert.Contains("\"german!\" is no language tag", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phone_script_that_does_not_parse_is_refused()
    {
        folder.Change("campaign.md", "{{ event.place }}. {{ if", "{{ event.plaice }}. {{ if");

        var problem = Assert.Throws<InvalidDataException>(Read);

        Assert.Contains("campaign.md: phone_script, line ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_that_does_not_parse_is_refused_by_file_line_and_column()
    {
        File.WriteAllText(folder.GermanLetter, "---\nsubject: 'Betreff'\n---\nGuten Tag,\n{{ supporter.nmae }}\n");

        var problem = Assert.Throws<InvalidDataException>(Read);

        Assert.Contains("de.scriban", problem.Message, StringComparison.Ordinal);
        Assert.Contains("line 5, column 4", problem.Message, StringComparison.Ordinal);
        Assert.Contains("nmae", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Guten Tag", "---")]
    [InlineData("---\nsubject: ''\n---\nGuten Tag", "subject")]
    [InlineData("---\nsubject: 'Betreff'\n---\n", "empty")]
    public void A_letter_without_subject_or_text_is_refused(string text, string named)
    {
        File.WriteAllText(folder.GermanLetter, text);

        var problem = Assert.Throws<InvalidDataException>(Read);

        Assert.Contains("de.scriban", problem.Message, StringComparison.Ordinal);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private void Read() => CampaignFolder.Read(folder.Path, new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc));
}
