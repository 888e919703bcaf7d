using Microsoft.AspNetCore.Authorization;

namespace LobbyKit.Web.Accounts;

/// <summary>An admin has shown a second factor in this session, where the installation asks for one.</summary>
public sealed class SecondFactorRequirement : IAuthorizationRequirement;
