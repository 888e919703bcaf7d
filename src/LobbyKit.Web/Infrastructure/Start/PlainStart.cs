using LobbyKit.Web.Commands;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Start;

/// <summary>Runs the application, or the command that was asked for. What whoever runs it can mend is said in a sentence, not in a stack of calls.</summary>
public static class PlainStart
{
    /// <returns>The exit code: 0, or 1 where settings or seeded files keep it from starting.</returns>
    public static async Task<int> RunPlainlyAsync(this WebApplication app, CommandLine line)
    {
        try
        {
            if (line.IsCommand)
            {
                return await line.RunAsync(app.Services, Console.Out, Console.Error, app.Lifetime.ApplicationStopping);
            }

            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await app.Services.GetRequiredService<ApplicationStart>().RunAsync(app.Lifetime.ApplicationStopping);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException problem)
        {
            return Refuse(line, problem.Failures);
        }
        catch (AggregateException problem) when (problem.InnerExceptions.All(e => e is OptionsValidationException))
        {
            return Refuse(line, problem.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures));
        }
        // A setting that is no number, or none of the names that it can have.
        catch (InvalidOperationException problem) when (problem.InnerException is FormatException or ArgumentException)
        {
            return Refuse(line, [problem.Message]);
        }
        catch (InvalidDataException problem)
        {
            return Refuse(line, [problem.Message]);
        }
    }

    private static int Refuse(CommandLine line, IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
        {
            Console.Error.WriteLine($"{(line.IsCommand ? "This cannot be done" : "LobbyKit does not start")}: {reason}");
        }

        return 1;
    }
}
