using System.Buffers;
using System.Globalization;
using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>Writes the members of sets in the grammar that servers read.</summary>
public sealed class SetMembers(IAssetStore assets, string rootId)
{
    private const int PagesPerSpread = 3;
    private static readonly SearchValues<char> Reserved = SearchValues.Create(",;:{}()%");

    /// <summary>The set columns of an asset.</summary>
    public async Task<SetColumns> ColumnsOfAsync(StoredAsset asset, CancellationToken cancellationToken)
    {
        if (TypeOf(asset.Content) is not { } type)
            return SetColumns.None;
        var members = await assets.ListMembersAsync(asset.AssetId, cancellationToken);
        var found = await FindPresentAsync(asset.CompanyId, members.Select(m => m.AssetId), cancellationToken);
        var present = members.Where(m => found.ContainsKey(m.AssetId)).ToList();
        var warnings = members.Count - present.Count is var missing and > 0
            ? [new PublishRemark("Log.Publish.WithoutMembers", missing.ToString(CultureInfo.InvariantCulture))]
            : Array.Empty<PublishRemark>();
        if (!IsDefined(asset.Content))
            return new SetColumns(Text(type, present, found.ToDictionary(m => m.Key, m => Encode(m.Value.Name))), type, warnings);
        var thumbnails = await FindThumbnailsAsync(asset.CompanyId, found, cancellationToken);
        var values = new DefinitionValues(rootId, found.Concat(thumbnails).ToDictionary());
        return new SetColumns(SetDefinition.Resolve(asset.Content.Details.SetDefinition, values.Of), type, warnings) { NamesOthers = thumbnails.Count > 0 };
    }

    /// <summary>Percent-encodes what separates members, and the sign that says so.</summary>
    public static string Encode(string name)
    {
        if (!name.AsSpan().ContainsAny(Reserved))
            return name;
        var encoded = new StringBuilder(name.Length + 2);
        foreach (var c in name)
            if (Reserved.Contains(c))
                encoded.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else
                encoded.Append(c);
        return encoded.ToString();
    }

    private static string? TypeOf(AssetContent content) => content.Type switch
    {
        AssetTypes.ImageSet => CatalogAssetTypes.ImageSet,
        AssetTypes.SpinSet => CatalogAssetTypes.SpinSet,
        AssetTypes.Catalog => CatalogAssetTypes.ECatalog,
        AssetTypes.AssetSet => content.SubType switch
        {
            AssetSetSubTypes.MultiAxisSpinSet => CatalogAssetTypes.SpinSet2D,
            AssetSetSubTypes.VideoSet => CatalogAssetTypes.VideoSet,
            AssetSetSubTypes.MediaSet => CatalogAssetTypes.MediaSet,
            // Clients name sub types of their own, whose definitions only their viewers understand.
            _ when IsDefined(content) => CatalogAssetTypes.MediaSet,
            _ => CatalogAssetTypes.ImageSet,
        },
        _ => null,
    };

    private static bool IsDefined(AssetContent content) => content.Type == AssetTypes.AssetSet && content.Details.SetDefinition.Length > 0;

    private async Task<Dictionary<long, StoredAsset>> FindPresentAsync(int companyId, IEnumerable<long> ids, CancellationToken cancellationToken) =>
        (await assets.FindManyAsync(companyId, [.. ids.Distinct()], cancellationToken))
            .Where(a => a.TrashState == TrashStates.NotInTrash)
            .ToDictionary(a => a.AssetId);

    // Pictures that stand for members, unless they are members themselves.
    private async Task<Dictionary<long, StoredAsset>> FindThumbnailsAsync(
        int companyId, Dictionary<long, StoredAsset> members, CancellationToken cancellationToken)
    {
        var ids = members.Values.Where(m => !DefinitionValues.IsPicture(m)).Select(m => m.Content.Details.ThumbnailAssetId).OfType<long>()
            .Where(id => !members.ContainsKey(id)).ToList();
        return ids.Count == 0 ? [] : await FindPresentAsync(companyId, ids, cancellationToken);
    }

    private string Text(string type, List<SetMember> members, Dictionary<long, string> names) => type switch
    {
        CatalogAssetTypes.ImageSet => string.Join(',', members.Select(m => $"{Encode(rootId)}/{names[m.AssetId]}")),
        CatalogAssetTypes.SpinSet2D => string.Join(',', Rows(members).Select(row => "{" + string.Join(';', row.Select(m => names[m.AssetId])) + "}")),
        CatalogAssetTypes.ECatalog => string.Join(',', Spreads(members).Select(spread => string.Join(':', spread.Select(m => names[m.AssetId])))),
        _ => string.Join(',', members.Select(m => names[m.AssetId])),
    };

    private static IEnumerable<IEnumerable<SetMember>> Rows(List<SetMember> members) => members
        .GroupBy(m => m.Row ?? 1)
        .OrderBy(row => row.Key)
        .Select(row => row.OrderBy(m => m.Column ?? int.MaxValue));

    private static List<List<SetMember>> Spreads(List<SetMember> pages)
    {
        var spreads = new List<List<SetMember>>();
        foreach (var page in pages)
        {
            if (spreads.Count == 0 || page.PageReset || spreads[^1].Count == PagesPerSpread)
                spreads.Add([]);
            spreads[^1].Add(page);
        }

        return spreads;
    }
}
