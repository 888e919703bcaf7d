using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace LobbyKit.Templates.Scriban;

/// <summary>
/// One function as Scriban calls it: arguments as they come, no reflection. The parser has checked how many there are
/// and of which type.
/// </summary>
internal sealed class ScribanFunction(Func<ScribanContext, int, ScriptArray, string?> call) : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(string);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
        => call((ScribanContext)context, callerContext?.Span.Start.Offset ?? -1, arguments);

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement)
        => ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
