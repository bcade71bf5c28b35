using Microsoft.Extensions.Options;

namespace IpsJobs.Scheduling;

/// <summary>Lists everything that is wrong with the section <c>Scheduling</c>.</summary>
internal sealed class SchedulingOptionsValidator : IValidateOptions<SchedulingOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, SchedulingOptions options)
    {
        List<string> problems = [];
        Check(problems, nameof(options.StopTimeout), options.StopTimeout, TimeSpan.Zero);
        Check(problems, nameof(options.LeaveTimeout), options.LeaveTimeout, TimeSpan.Zero);
        Check(problems, nameof(options.RetryDelay), options.RetryDelay, Shortest);
        Check(problems, nameof(options.MaxRetryDelay), options.MaxRetryDelay, options.RetryDelay);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void Check(List<string> problems, string setting, TimeSpan value, TimeSpan least)
    {
        if (value < least || value > Longest)
            problems.Add($"{SchedulingOptions.Section}:{setting} is {value}; allowed is {least} to {Longest}");
    }
}
