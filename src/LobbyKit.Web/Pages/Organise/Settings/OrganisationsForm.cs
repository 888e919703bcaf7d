using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LobbyKit.Web.Pages.Organise.Settings;

/// <summary>Who stands behind a campaign, in order. A row without a name goes.</summary>
public sealed class OrganisationsForm : EditedForm
{
    public const int MostRows = 60;
    private const int EmptyRows = 2;

    public List<OrganisationRow> Rows { get; set; } = [];

    public static OrganisationsForm Of(Campaign campaign)
    {
        var form = new OrganisationsForm
        {
            Rows = [.. campaign.Organisations.OrderBy(o => o.Position).Select(o => new OrganisationRow { Id = o.Id, Name = o.Name, Url = o.Url })],
        };
        form.Begin(campaign.Revision);
        return form;
    }

    // The list is one answer: two lists cannot be merged line by line without guessing.
    public override IReadOnlyList<EditedField> EditedFields() =>
    [
        new("Rows", "Organisations", () => string.Join('\n', Filled().Select(r => $"{r.Id} {r.Name} {r.Url}".Trim())), _ => { }),
    ];

    /// <summary>Room for more.</summary>
    public void AddEmptyRows()
    {
        Rows = [.. Filled().Take(MostRows)];
        Rows.AddRange(Enumerable.Range(0, Math.Min(EmptyRows, MostRows - Rows.Count)).Select(_ => new OrganisationRow()));
    }

    public void MoveUp(int row)
    {
        if (row > 0 && row < Rows.Count)
        {
            (Rows[row - 1], Rows[row]) = (Rows[row], Rows[row - 1]);
        }
    }

    /// <returns>Null where something is wrong; then <paramref name="state"/> says what.</returns>
    public IReadOnlyList<OrganisationEdit>? Read(ModelStateDictionary state)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            var (name, url) = (TypedText.Line(Rows[i].Name), TypedText.Line(Rows[i].Url));
            if (name.Length > 200 || (name.Length == 0 && url.Length > 0))
            {
                state.AddModelError($"Form.Rows[{i}].Name", name.Length == 0 ? "Enter the name that belongs to the link." : "The name can have 200 characters at most.");
            }

            if (url.Length > 500 || (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")))
            {
                state.AddModelError($"Form.Rows[{i}].Url", "Enter the whole address, such as https://www.example.org/.");
            }
        }

        return state.IsValid ? [.. Filled().Take(MostRows).Select(r => new OrganisationEdit(r.Id, TypedText.Line(r.Name), TypedText.Line(r.Url)))] : null;
    }

    private IEnumerable<OrganisationRow> Filled() => Rows.Where(r => TypedText.Line(r.Name).Length > 0 || TypedText.Line(r.Url).Length > 0);
}
