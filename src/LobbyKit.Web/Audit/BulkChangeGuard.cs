using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LobbyKit.Web.Audit;

/// <summary>ExecuteUpdate and ExecuteDelete save nothing, so the log would not see them: what is audited cannot be changed that way.</summary>
internal sealed class BulkChangeGuard : IQueryExpressionInterceptor
{
    /// <summary>One for all: Entity Framework builds its own services anew for each.</summary>
    public static BulkChangeGuard Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (queryExpression is MethodCallExpression { Method.Name: "ExecuteUpdate" or "ExecuteDelete" } call
            && call.Arguments[0].Type.GetGenericArguments().FirstOrDefault() is { } target
            && (AuditRules.All.GetValueOrDefault(target) is { IsWorkedOnInBulk: false } || target == typeof(AuditEntry) || target == typeof(AuditSeal)))
        {
            throw new InvalidOperationException(
                $"{target.Name} is in the audit log, which sees only what is saved: load it, change it and save, instead of {call.Method.Name}.");
        }

        return queryExpression;
    }
}
