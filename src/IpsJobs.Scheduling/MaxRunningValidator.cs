using IpsJobs.Core.Configuration;
using Microsoft.Extensions.Options;

namespace IpsJobs.Scheduling;

/// <summary>Checks the one setting of the section <c>Jobs</c> without which nothing would ever run.</summary>
internal sealed class MaxRunningValidator : IValidateOptions<JobOptions>
{
    private const int Most = 1000;

    public ValidateOptionsResult Validate(string? name, JobOptions options) => options.MaxRunning is >= 1 and <= Most
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"{JobOptions.Section}:{nameof(options.MaxRunning)} is {options.MaxRunning}; allowed is 1 to {Most}");
}
