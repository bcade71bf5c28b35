using System.Linq.Expressions;

namespace IpsJobs.Storage.Queries;

/// <summary>Sorting with the direction as a value.</summary>
internal static class Sorting
{
    public static IOrderedQueryable<T> SortedBy<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey>> key, bool descending) =>
        descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
