using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Start;

/// <summary>Runs the application. What whoever runs it can mend is said in a sentence, not in a stack of calls.</summary>
public static class PlainStart
{
    /// <returns>The exit code: 0, or 1 where settings or seeded files keep it from starting.</returns>
    public static async Task<int> RunPlainlyAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await app.Services.GetRequiredService<ApplicationStart>().RunAsync(app.Lifetime.ApplicationStopping);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException problem)
        {
            return Refuse(problem.Failures);
        }
        catch (AggregateException problem) when (problem.InnerExceptions.All(e => e is OptionsValidationException))
        {
            return Refuse(problem.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures));
        }
        // A setting that is no number, or none of the names that it can have.
        catch (InvalidOperationException problem) when (problem.InnerException is FormatException or ArgumentException)
        {
            return Refuse([problem.Message]);
        }
        catch (InvalidDataException problem)
        {
            return Refuse([problem.Message]);
        }
    }

    private static int Refuse(IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
        {
            Console.Error.WriteLine($"LobbyKit does not start: {reason}");
        }

        return 1;
    }
}
