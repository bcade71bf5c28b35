using System.Globalization;
using System.Reflection;
using IpsJobs.Core.Configuration;
using Microsoft.Extensions.Options;

namespace IpsJobs.Core.Accounts;

/// <summary>What the API tells every user about the server.</summary>
public sealed class SystemProperties(IOptions<JobOptions> jobs, IOptions<SystemPropertyOptions> options)
{
    private static readonly string Version =
        typeof(SystemProperties).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>All properties in the order of their documentation; values may be empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All =>
    [
        new("IpsVersion", Version),
        new("IpsImageServerUrl", options.Value.IpsImageServerUrl),
        new("VideoRootUrl", options.Value.VideoRootUrl),
        new("SwfRootUrl", options.Value.SwfRootUrl),
        new("SvgRenderRootUrl", options.Value.SvgRenderRootUrl),
        new("SvgRenderEnabled", options.Value.SvgRenderRootUrl.Length > 0 ? "true" : "false"),
        new("UploadPostMaxFileSize", jobs.Value.UploadPostMaxFileSize.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Null when there is no such property. The documentation spells one name in two ways, so letter case does not count.</summary>
    public string? Find(string name)
    {
        foreach (var property in All)
        {
            if (property.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        }

        return null;
    }
}
