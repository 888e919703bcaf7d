using LobbyKit.Web.Audit;

namespace LobbyKit.ContactImportBenchmark;

/// <summary>There is no request here that somebody would act in.</summary>
internal sealed class Nobody : IAuditActors
{
    public AuditActor? Current => null;
}
