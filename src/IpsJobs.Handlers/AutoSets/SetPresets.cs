using IpsJobs.Contracts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Properties;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Finds the presets that a job names.</summary>
public sealed class SetPresets(IPropertySets properties, ServerClock clock)
{
    // Whether a folder is legal does not depend on the company.
    private const string AnyRoot = "company/";

    /// <summary>Checks the handles of a block that is submitted; an absent or empty list is none and runs no preset.</summary>
    /// <exception cref="RuleViolationException">30001 for a handle that names no preset of the company, or one that is inactive or unusable.</exception>
    public async ValueTask CheckAsync(AutoSetCreationOptions? options, int companyId, string path, CancellationToken cancellationToken)
    {
        var handles = options?.AutoSetsArray?.Items ?? [];
        for (var i = 0; i < handles.Count; i++)
        {
            var item = $"{path}/autoSetsArray/items[{i + 1}]";
            var set = await FindAsync(handles[i], companyId, cancellationToken) ?? throw Violations.InvalidHandle(handles[i], item);
            try
            {
                _ = SetPresetReader.Read(set, AnyRoot, clock.Time);
            }
            catch (SetPresetException unusable)
            {
                throw Violations.UnusablePreset(unusable.Reason, item);
            }
        }
    }

    /// <summary>The presets in the order of the job, each once; and why some can no longer be used.</summary>
    public async Task<(IReadOnlyList<SetPreset> Presets, IReadOnlyList<LocalizedMessage> Problems)> ListAsync(
        AutoSetCreationOptions? options, Company company, CancellationToken cancellationToken)
    {
        var (presets, problems) = (new List<SetPreset>(), new List<LocalizedMessage>());
        foreach (var handle in (options?.AutoSetsArray?.Items ?? []).Distinct(StringComparer.Ordinal))
        {
            try
            {
                var set = await FindAsync(handle, company.CompanyId, cancellationToken)
                    ?? throw new SetPresetException(new LocalizedMessage("Log.Set.NoPreset", handle));
                if (!presets.Exists(p => p.PresetId == set.PropertySetId))
                    presets.Add(SetPresetReader.Read(set, company.RootPath, clock.Time));
            }
            catch (SetPresetException unusable)
            {
                problems.Add(unusable.Reason);
            }
        }

        return (presets, problems);
    }

    private async Task<PropertySet?> FindAsync(string handle, int companyId, CancellationToken cancellationToken) =>
        PropertySetHandle.TryParse(handle, out var parsed)
            ? await properties.FindAsync(companyId, parsed.PropertySetId, cancellationToken)
            : null;
}
