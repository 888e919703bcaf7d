using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Accounts;

internal sealed class SecondFactorRequirementHandler(IOptions<AccountOptions> options) : AuthorizationHandler<SecondFactorRequirement>
{
    public static bool IsMissing(ClaimsPrincipal person, AccountOptions options) =>
        options.RequireTwoFactorForAdmins == true && person.IsInRole(AccountRoles.Admin) && !SecondFactorProof.IsGivenBy(person);

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SecondFactorRequirement requirement)
    {
        if (!IsMissing(context.User, options.Value))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
