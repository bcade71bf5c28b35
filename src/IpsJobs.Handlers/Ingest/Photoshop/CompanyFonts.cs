using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>The fonts that image servers have for texts of a company: those that it has uploaded.</summary>
public sealed class CompanyFonts(IAssetSearch assets, DataFolder data)
{
    private const int PageSize = 200;

    /// <summary>Which of the named fonts the company has not, each once.</summary>
    /// <param name="company">Owner of the fonts.</param>
    /// <param name="names">Families or PostScript names; case does not matter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> ListMissingAsync(Company company, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var missing = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var query = new AssetQuery(company.CompanyId) { PageSize = PageSize, Types = new AssetTypeFilter { Types = [AssetTypes.Font] } };
        for (var isLast = false; missing.Count > 0 && !isLast; query = query with { Page = query.Page + 1 })
        {
            var found = (await assets.SearchAsync(query, cancellationToken)).Assets;
            missing.ExceptWith(found.SelectMany(font => NamesOf(company, font)));
            isLast = found.Count < PageSize;
        }

        return [.. missing];
    }

    // A font that is no TrueType font does not say its names; it is known by its file then.
    private IEnumerable<string> NamesOf(Company company, StoredAsset font)
    {
        var facts = FontFacts.TryRead(data.Original(company.RootPath, font.Content.Folder, font.Content.FileName));
        return facts is null ? [font.Name] : [facts.Family, facts.PostScriptName];
    }
}
