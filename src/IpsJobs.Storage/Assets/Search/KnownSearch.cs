using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>What is known of all pages of a search.</summary>
internal sealed class KnownSearch
{
    private const int MaxMarks = 64;
    private readonly Dictionary<long, PageMark> marks = [];

    /// <summary>Rows of all pages; null until they were counted.</summary>
    public long? Total { get; set; }

    /// <summary>The last known row that is not behind the beginning of the page; null for none.</summary>
    public PageMark? FindMark(AssetQuery query) => marks.Values.Where(mark => mark.Offset <= query.Skip()).MaxBy(mark => mark.Offset);

    /// <summary>Remembers where the page begins, for those who ask for it again, and where it ends, for those who turn it.</summary>
    public void Add(AssetQuery query, List<StoredAsset> page)
    {
        if (page.Count == 0 || !PageMark.IsOf(query))
            return;
        if (marks.Count >= MaxMarks)
            marks.Clear();
        Add(PageMark.Of(query, query.Skip(), page[0]));
        Add(PageMark.Of(query, query.Skip() + page.Count - 1, page[^1]));
    }

    private void Add(PageMark mark) => marks[mark.Offset] = mark;
}
