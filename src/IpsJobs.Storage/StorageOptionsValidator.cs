using Microsoft.Extensions.Options;

namespace IpsJobs.Storage;

/// <summary>Refuses storage settings that cannot work, naming every one of them.</summary>
public sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(StorageOptions options)
    {
        if (options.Provider != StorageOptions.SqliteProvider)
            yield return $"Storage:Provider is '{options.Provider}'; allowed is {StorageOptions.SqliteProvider}";
        if (options.BusyTimeout < TimeSpan.FromSeconds(1) || options.BusyTimeout > TimeSpan.FromMinutes(5))
            yield return $"Storage:BusyTimeout is {options.BusyTimeout}; allowed are 00:00:01 to 00:05:00";
        if (options.MaxBatch is < 1 or > 4096)
            yield return $"Storage:MaxBatch is {options.MaxBatch}; allowed are 1 to 4096";
        if (options.QueueLength is < 1 or > 1_000_000)
            yield return $"Storage:QueueLength is {options.QueueLength}; allowed are 1 to 1000000";
        if (options.CheckUpToMegabytes is < 0 or > 1_000_000)
            yield return $"Storage:CheckUpToMegabytes is {options.CheckUpToMegabytes}; allowed are 0 to 1000000";
    }
}
