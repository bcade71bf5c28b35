using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace IpsJobs.Storage;

/// <summary>Takes the storage settings from the configuration.</summary>
internal sealed class StorageOptionsReader(IConfiguration configuration) : IConfigureOptions<StorageOptions>
{
    private readonly IConfigurationSection section = configuration.GetSection(StorageOptions.Section);

    public void Configure(StorageOptions options)
    {
        options.Provider = section[nameof(options.Provider)] ?? options.Provider;
        options.BusyTimeout = Read(nameof(options.BusyTimeout), options.BusyTimeout, "a time such as 00:00:10");
        options.MaxBatch = Read(nameof(options.MaxBatch), options.MaxBatch, "a whole number");
        options.QueueLength = Read(nameof(options.QueueLength), options.QueueLength, "a whole number");
        options.CheckUpToMegabytes = Read(nameof(options.CheckUpToMegabytes), options.CheckUpToMegabytes, "a whole number");
    }

    private T Read<T>(string name, T otherwise, string expected)
        where T : IParsable<T>
    {
        if (section[name] is not { Length: > 0 } text)
            return otherwise;
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new OptionsValidationException(
                Options.DefaultName, typeof(StorageOptions), [$"{StorageOptions.Section}:{name} is '{text}'; {expected} is needed"]);
    }
}
