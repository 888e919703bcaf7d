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
    public async Task CheckAsync(LetterForm form, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        if (tickets.Age(form.Ticket) is null)
        {
            state.AddModelError("", texts["Form.Ticket"]);
        }

        foreach (var (field, key) in form.Mistakes())
        {
            state.AddModelError($"Form.{field}", texts[key]);
        }

        if (form.Route == LetterRoute.Server && await contacts.IsOfficeAddressAsync((form.Email ?? "").Trim(), cancellationToken))
        {
            state.AddModelError("Form.Email", texts["Form.Email.Office"]);
        }
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
