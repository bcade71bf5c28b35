using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Properties;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Finds the encoding presets that a job names.</summary>
public sealed class EncodingPresets(IPropertySets sets)
{
    /// <summary>The presets in the order of the job, each once.</summary>
    public async Task<IReadOnlyList<EncodingPreset>> ListAsync(int companyId, MediaOptions? media, CancellationToken cancellationToken)
    {
        var presets = new List<EncodingPreset>();
        foreach (var text in media?.VideoEncodingPresetsArray?.Items ?? [])
        {
            if (PropertySetHandle.TryParse(text, out var handle) && presets.TrueForAll(p => p.PropertySetId != handle.PropertySetId))
                presets.Add(await FindAsync(companyId, handle, cancellationToken) is { } set
                    ? EncodingPreset.Of(set)
                    : EncodingPreset.Gone(handle.PropertySetId, handle.ToString()));
        }
        return presets;
    }

    /// <summary>Null when the company has no preset of that handle.</summary>
    public async Task<PropertySet?> FindAsync(int companyId, PropertySetHandle handle, CancellationToken cancellationToken) =>
        await sets.FindAsync(companyId, handle.PropertySetId, cancellationToken) is { TypeName: PropertySetTypeNames.VideoEncodingPreset } set ? set : null;
}
