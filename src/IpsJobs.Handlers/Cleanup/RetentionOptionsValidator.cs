using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Stops the start when a setting of section <c>Retention</c> is wrong.</summary>
internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    private const int Most = 36_500;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        string[] wrong =
        [
            .. Check(nameof(options.JobLogDays), options.JobLogDays),
            .. Check(nameof(options.TrashDays), options.TrashDays),
        ];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static string[] Check(string setting, int days) =>
        days is >= 1 and <= Most ? [] : [$"{RetentionOptions.Section}:{setting} must be 1 to {Most}"];
}
