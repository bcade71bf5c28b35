using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Core.Jobs;

/// <summary>The job types this server has.</summary>
public sealed class JobTypeRegistry(IEnumerable<JobTypeRegistration> registrations, IServiceProvider services)
{
    private readonly FrozenDictionary<string, JobTypeRegistration> byElement =
        registrations.Where(r => r.RulesType is not null).ToFrozenDictionary(r => r.Info.BlockElement, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, JobTypeRegistration> byName =
        registrations.ToFrozenDictionary(r => r.Info.Name, StringComparer.Ordinal);

    public IEnumerable<JobTypeInfo> All => byName.Values.Select(r => r.Info);

    /// <summary>The type whose block has this element name; null when the server does not have it.</summary>
    public JobTypeInfo? FindByElement(string element) => byElement.GetValueOrDefault(element)?.Info;

    /// <summary>Null when the server does not have the type.</summary>
    public JobTypeInfo? Find(string name) => byName.GetValueOrDefault(name)?.Info;

    /// <exception cref="KeyNotFoundException">The server does not have the type.</exception>
    public JobTypeInfo Get(string name) => byName[name].Info;

    public IJobHandler HandlerOf(JobTypeInfo info) => (IJobHandler)services.GetRequiredService(byName[info.Name].HandlerType);

    /// <exception cref="InvalidOperationException">The server alone starts jobs of the type.</exception>
    public IBlockRules RulesOf(JobTypeInfo info) => (IBlockRules)services.GetRequiredService(
        byName[info.Name].RulesType ?? throw new InvalidOperationException($"Jobs of type {info.Name} cannot be submitted"));
}
