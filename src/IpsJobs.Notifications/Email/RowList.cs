using IpsJobs.Core.Jobs;

namespace IpsJobs.Notifications.Email;

/// <summary>The rows that a mail lists.</summary>
/// <param name="Rows">At most <see cref="Limit"/> rows, oldest first.</param>
/// <param name="Omitted">How many more there are.</param>
public sealed record RowList(IReadOnlyList<LogRow> Rows, int Omitted)
{
    /// <summary>Rows a list may hold; a mail about a hundred thousand files must stay readable.</summary>
    public const int Limit = 100;

    public static RowList Empty { get; } = new([], 0);
}
