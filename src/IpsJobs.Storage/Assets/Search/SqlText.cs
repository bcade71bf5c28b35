using System.Globalization;
using System.Text;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>A statement that is being composed, with the values of its parameters in their order.</summary>
internal sealed class SqlText(string start)
{
    private readonly StringBuilder text = new(start);
    private readonly List<object?> values = [];

    public object?[] Values => [.. values];

    public SqlText Append(string sql)
    {
        text.Append(sql);
        return this;
    }

    /// <summary>Makes a value a parameter.</summary>
    /// <returns>Its name; it may stand in the statement more than once.</returns>
    public string Value(object? value)
    {
        values.Add(value);
        return "?" + values.Count.ToString(CultureInfo.InvariantCulture);
    }

    public override string ToString() => text.ToString();
}
