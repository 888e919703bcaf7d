using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Infrastructure.Security;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Pages.Campaigns.Write;

/// <summary>The rules of the form that need more than the form: where it came from, how fast, and whose address it has.</summary>
public sealed class LetterFormRules(
    ContactDirectory contacts, FormTicket tickets, IOptions<LetterOptions> options, IStringLocalizer<Texts> texts)
{
    /// <summary>Says every mistake where the page looks for it. The form's route has to be one of the office's before.</summary>
    /// <returns>The step on which the mistakes are mended: words where they are written, answers where they are asked for. Null where there is none.</returns>
    public async Task<WriteStep?> CheckAsync(LetterForm form, SupporterEditing editing, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        if (tickets.Age(form.Ticket) is null)
        {
            state.AddModelError("", texts["Form.Ticket"]);
        }

        foreach (var (field, key) in form.Mistakes().Concat(editing == SupporterEditing.Everything ? form.WordingMistakes() : []))
        {
            state.AddModelError($"Form.{field}", texts[key]);
        }

        if (form.Route == LetterRoute.Server && await contacts.IsOfficeAddressAsync((form.Email ?? "").Trim(), cancellationToken))
        {
            state.AddModelError("Form.Email", texts["Form.Email.Office"]);
        }

        var wrong = state.Where(e => e.Value!.Errors.Count > 0).Select(e => e.Key).ToList();
        return wrong.Count == 0 ? null : wrong.All(field => field is "Form.Subject" or "Form.Body") ? WriteStep.Check : WriteStep.Fill;
    }

    /// <summary>Gives a form its ticket; one that has a ticket of ours keeps it, because the letter's variant hangs on it.</summary>
    public void GiveTicket(LetterForm form)
    {
        if (tickets.Age(form.Ticket) is null)
        {
            form.Ticket = tickets.New();
        }
    }

    /// <summary>Filled in by what sees hidden boxes, or faster than a person can.</summary>
    public bool IsDoubtful(LetterForm form) =>
        !string.IsNullOrEmpty(form.Website) || tickets.Age(form.Ticket) < TimeSpan.FromSeconds(options.Value.MinimumFillSeconds);
}
