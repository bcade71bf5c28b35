namespace IpsJobs.Core.Properties;

/// <summary>Property sets of companies; a change is durable when the call returns.</summary>
public interface IPropertySets
{
    /// <summary>Null when the company has no such set.</summary>
    Task<PropertySet?> FindAsync(int companyId, int propertySetId, CancellationToken cancellationToken);

    /// <summary>All sets of the type, by id.</summary>
    Task<IReadOnlyList<PropertySet>> ListAsync(int companyId, string typeName, CancellationToken cancellationToken);

    /// <returns>The set with its id.</returns>
    Task<PropertySet> AddAsync(PropertySet set, CancellationToken cancellationToken);

    /// <summary>Replaces the values of the set with the same id and company.</summary>
    Task UpdateAsync(PropertySet set, CancellationToken cancellationToken);

    Task RemoveAsync(int companyId, int propertySetId, CancellationToken cancellationToken);
}
