using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Stops the start when a setting of section <c>Retention</c> is wrong.</summary>
internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    private const int Most = 36_500;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RetentionOptions options) => options.JobLogDays is >= 1 and <= Most
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{RetentionOptions.Section}:{nameof(options.JobLogDays)} must be 1 to {Most}");
}
