using LobbyKit.Templates;

namespace LobbyKit.Web.Letters;

public static class LettersRegistration
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddOptions<LetterOptions>().BindConfiguration(LetterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(LetterRenderers.Default);
        services.AddSingleton<LetterComposer>();
        services.AddScoped<WritingDesk>();
        services.AddScoped<LetterCoverage>();
        services.AddScoped<OfficeLetters>();
        services.AddScoped<OfficeProofs>();
        services.AddScoped<LetterProofs>();
        services.AddScoped<TestLetters>();
        services.AddScoped<LetterMails>();
        services.AddSingleton<ConfirmationLimit>();
        services.AddScoped<LetterSubmission>();
        services.AddScoped<LetterConfirmation>();
        services.AddScoped<LetterReceipts>();
        services.AddScoped<LetterOtherWays>();
        services.AddSingleton<LetterAnswers>();
        services.AddSingleton<UndeliveredLetters>();
        services.AddSingleton<LetterCounting>();
        services.AddSingleton<JourneyCounting>();
        services.AddScoped<LetterExport>();
        services.AddSingleton<RetiredOffices>();
        services.AddSingleton<LetterRetention>();
        services.AddHostedService<LetterUpkeep>();
        return services;
    }
}
