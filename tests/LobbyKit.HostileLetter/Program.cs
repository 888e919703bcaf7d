// Runs one attack on the letter language in a process of its own, so that a hang or a stack overflow is seen.
// Prints what came of it, the processor time and the memory; exits with 0 if it was a list of problems or a text.
using System.Diagnostics;
using System.Globalization;
using LobbyKit.HostileLetter;
using LobbyKit.Templates;

HostileCase attack = HostileCases.All.Single(known => known.Name == args[0]);
foreach (ILetterRenderer engine in LetterRenderers.All)
{
    // Compiles the code and loads the culture: both are paid once in the life of the application, not by each letter.
    _ = Run("{{ if supporter.name == \"x\" }}{{ today | date.full }}{{ else }}{{ pick \"a\" \"b\" | string.upcase | string.truncate 9 }}{{ end }}", attack.Model);
    _ = Run("{{ supporter.nmae }} {{ \"", attack.Model);

    GC.Collect();
    long before = Process.GetCurrentProcess().WorkingSet64;
    double least = double.MaxValue;
    string outcome = "";
    for (int i = 0; i < 3; i++)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        outcome = Run(attack.Template, attack.Model);
        least = Math.Min(least, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
    }

    using var process = Process.GetCurrentProcess();
    double megabytes = Math.Max(0, process.PeakWorkingSet64 - before) / 1e6;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Name}\t{least:F2}\t{megabytes:F1}\t{outcome}"));

    string Run(string template, LetterModel? model)
    {
        ParseResult result = LetterLanguage.Parse(template);
        if (!result.Succeeded)
        {
            return $"{result.Problems.Count} problems, first {result.Problems[0].Code}";
        }

        try
        {
            return $"{engine.Render(result.Template, model ?? new LetterModel()).Length} characters";
        }
        catch (LetterTooLongException)
        {
            return "too long";
        }
    }
}
