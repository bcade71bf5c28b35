using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Queries;

/// <summary>Lists live instances on prepared statements: clients poll for them all the time.</summary>
internal static class ActiveSql
{
    // State < 6 lets SQLite use the index of live instances.
    private const string Live = InstanceSql.SelectInstances + """WHERE r."State" < 6""";
    private const string InOrder = """ ORDER BY coalesce(r."StartUtc", r."CreatedUtc"), r."InstanceId" """;

    private static readonly string NotWaiting = string.Create(
        CultureInfo.InvariantCulture,
        $""" AND r."State" <> {(int)InstanceState.New} AND r."State" <> {(int)InstanceState.WaitingCoordinator}""");

    public static IReadOnlyList<JobInstance> List(SqlSession session, ActiveJobFilter filter)
    {
        var (sql, values) = Compose(filter);
        return session.List(sql, InstanceSql.ReadInstance, values);
    }

    /// <summary>The statement and its values.</summary>
    public static (string Sql, object?[] Values) Compose(ActiveJobFilter filter)
    {
        var conditions = new Conditions(Live);
        conditions.InCompanies(filter.CompanyIds);
        conditions.NamedBy(filter.Handle);
        conditions.Equal("OriginalName", filter.OriginalName);
        return (conditions.Sql + (filter.IncludeWaiting ? "" : NotWaiting) + InOrder, conditions.Values);
    }
}
