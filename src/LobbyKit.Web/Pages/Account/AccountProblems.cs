using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LobbyKit.Web.Pages.Account;

/// <summary>Puts what Identity finds wrong beside the box that it is about.</summary>
internal static class AccountProblems
{
    public static void AddProblems(this ModelStateDictionary state, IEnumerable<IdentityError> problems, string passwordBox)
    {
        foreach (var problem in problems)
        {
            switch (problem.Code)
            {
                case nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.InvalidUserName):
                    // The user name is the address: the same is said of that.
                    break;
                case nameof(IdentityErrorDescriber.DuplicateEmail):
                    state.AddModelError("Email", "This address has an account already. Sign in with it.");
                    break;
                case nameof(IdentityErrorDescriber.InvalidEmail):
                    state.AddModelError("Email", "Enter an e-mail address such as name@example.org.");
                    break;
                case nameof(IdentityErrorDescriber.PasswordMismatch):
                    state.AddModelError("CurrentPassword", "This is not your current password.");
                    break;
                default:
                    state.AddModelError(passwordBox, problem.Description);
                    break;
            }
        }
    }
}
