using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace IpsJobs.Storage.Tests;

/// <summary>Settings from a dictionary with keys such as <c>Storage:Provider</c>.</summary>
internal sealed class TestConfiguration(IReadOnlyDictionary<string, string?> values, string path = "") : IConfigurationSection
{
    public string Key => Path;

    public string Path { get; } = path;

    public string? Value
    {
        get => values.GetValueOrDefault(Path);
        set => throw new NotSupportedException();
    }

    public string? this[string key]
    {
        get => values.GetValueOrDefault(Below(key));
        set => throw new NotSupportedException();
    }

    public IConfigurationSection GetSection(string key) => new TestConfiguration(values, Below(key));

    public IEnumerable<IConfigurationSection> GetChildren() => [];

    public IChangeToken GetReloadToken() => throw new NotSupportedException();

    private string Below(string key) => Path.Length == 0 ? key : $"{Path}:{key}";
}
