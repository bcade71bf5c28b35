using IpsJobs.Core.Properties;

namespace IpsJobs.Handlers.Tests.Publishing;

/// <summary>Property sets in memory.</summary>
public sealed class FakePropertySets : IPropertySets
{
    private readonly List<PropertySet> sets = [];

    /// <returns>Its handle.</returns>
    public string Add(int companyId, string typeName, params (string Name, string Value)[] values)
    {
        sets.Add(new PropertySet(sets.Count + 1, companyId, typeName, values.ToDictionary(v => v.Name, v => v.Value)));
        return sets[^1].Handle.ToString();
    }

    public void Clear() => sets.Clear();

    public Task<PropertySet?> FindAsync(int companyId, int propertySetId, CancellationToken cancellationToken) =>
        Task.FromResult(sets.Find(s => s.CompanyId == companyId && s.PropertySetId == propertySetId));

    public Task<IReadOnlyList<PropertySet>> ListAsync(int companyId, string typeName, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PropertySet>>([.. sets.Where(s => s.CompanyId == companyId && s.TypeName == typeName)]);

    public Task<PropertySet> AddAsync(PropertySet set, CancellationToken cancellationToken) => throw NotUsed();

    public Task UpdateAsync(PropertySet set, CancellationToken cancellationToken) => throw NotUsed();

    public Task RemoveAsync(int companyId, int propertySetId, CancellationToken cancellationToken) => throw NotUsed();

    private static InvalidOperationException NotUsed() => new("Handlers only read");
}
