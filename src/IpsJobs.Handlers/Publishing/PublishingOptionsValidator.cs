using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Stops the start when a setting of section <c>Publishing</c> is wrong, naming all that are.</summary>
internal sealed class PublishingOptionsValidator : IValidateOptions<PublishingOptions>
{
    private const string Prefix = PublishingOptions.Section + ":";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PublishingOptions options)
    {
        var problems = new List<string>();
        Check(options.BatchSize is >= 1 and <= 10_000, nameof(options.BatchSize), "1 to 10000");
        Check(options.Copiers is >= 1 and <= 64, nameof(options.Copiers), "1 to 64");
        Check(options.CleanupAge >= TimeSpan.Zero, nameof(options.CleanupAge), "zero or longer");
        Check(options.MaxConsecutiveFailures >= 1, nameof(options.MaxConsecutiveFailures), "1 or more");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Check(bool isLegal, string setting, string allowed)
        {
            if (!isLegal)
                problems.Add($"{Prefix}{setting} must be {allowed}");
        }
    }
}
