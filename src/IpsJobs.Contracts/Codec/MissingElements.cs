using System.Globalization;

namespace IpsJobs.Contracts;

/// <summary>Extends the paths of missing elements on the way up.</summary>
internal static class MissingElements
{
    public static string? In(string name, IContractType? value, ContractVersion version) =>
        value?.FindMissing(version) is { } inner ? name + "/" + inner : null;

    public static string? In<T>(string name, List<T> items, ContractVersion version)
        where T : IContractType
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].FindMissing(version) is { } inner)
                return string.Create(CultureInfo.InvariantCulture, $"{name}[{i + 1}]/{inner}");
        }

        return null;
    }
}
