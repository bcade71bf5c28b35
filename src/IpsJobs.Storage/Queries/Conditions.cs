using System.Globalization;
using System.Text.Json;
using IpsJobs.Core.Handles;

namespace IpsJobs.Storage.Queries;

/// <summary>Collects the conditions of a statement on instances as <c>r</c>, and their values in the order of the parameters.</summary>
internal sealed class Conditions(string start)
{
    private readonly List<object?> values = [];

    public string Sql { get; private set; } = start;

    public object?[] Values => [.. values];

    /// <summary>Null means all companies. A single one is compared directly, so that its index gives the order too.</summary>
    public void InCompanies(IReadOnlyCollection<int>? companyIds)
    {
        if (companyIds is { Count: 1 })
            Equal("CompanyId", companyIds.First());
        else if (companyIds is not null)
            In("CompanyId", JsonSerializer.Serialize(companyIds));
    }

    /// <summary>Instances that a handle names; a handle of another company than its row names nothing.</summary>
    public void NamedBy(JobHandle? handle)
    {
        if (handle is null)
            return;
        Equal("CompanyId", handle.CompanyId);
        Equal("InstanceId", handle.InstanceId);
        Equal(handle.IsInstance ? "InstanceName" : "OriginalName", handle.Name);
    }

    /// <summary>Null asks for nothing.</summary>
    public void Equal(string column, object? value)
    {
        if (value is not null)
            Add($"r.\"{column}\" = {{0}}", value);
    }

    /// <summary>One text for lists of any length, because every text stays prepared.</summary>
    public void In(string column, string jsonArray) => Add($"r.\"{column}\" IN (SELECT \"value\" FROM json_each({{0}}))", jsonArray);

    private void Add(string condition, object value)
    {
        values.Add(value);
        Sql += " AND " + string.Format(CultureInfo.InvariantCulture, condition, $"?{values.Count}");
    }
}
