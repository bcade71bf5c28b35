using IpsJobs.Contracts;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Projects;
using IpsJobs.Soap.Operations.Jobs;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Searches the assets of a company, page by page.</summary>
internal sealed class SearchAssets(
    AssetScope scope, SearchConditions conditions, IAssetSearch search, IProjectStore projects, AssetMapping mapping) : IOperation
{
    private const int MaxRows = 1000;

    // What a reply of names costs lets a page be longer.
    private const int MaxShortRows = 10_000;

    private static readonly HashSet<string> ShortFields = new(StringComparer.Ordinal)
    {
        "totalRows", "assetArray/items/name", "assetArray/items/assetHandle", "assetArray/items/type", "assetArray/items/subType",
    };

    public string Name => "searchAssets";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SearchAssetsParam)call.Param;
        var form = Form(param);
        var company = await scope.RequireAsync(call, param.CompanyHandle, param.AccessUserHandle, param.AccessGroupHandle, cancellationToken);
        var query = form with
        {
            CompanyId = company.CompanyId,
            Folder = Folder(company, param),
            Conditions = conditions.Read(company.CompanyId, param),
            ProjectId = await ProjectAsync(company, param.ProjectHandle, cancellationToken),
        };
        var page = await search.SearchAsync(query, cancellationToken);
        var assets = await mapping.ToContractAsync(page.Assets, company, call, cancellationToken);
        var reply = new SearchAssetsReturn { TotalRows = page.TotalRows, AssetArray = assets };
        return FieldFilter.Apply(reply, param.ResponseFieldArray, param.ExcludeFieldArray);
    }

    /// <summary>What can be said of the request without knowing the company.</summary>
    private static AssetQuery Form(SearchAssetsParam param)
    {
        var limit = IsShort(param.ResponseFieldArray) ? MaxShortRows : MaxRows;
        return new AssetQuery(CompanyId: 0)
        {
            IncludeSubfolders = param.IncludeSubfolders == true,
            ReadyForPublish = PublishState(param.PublishState),
            TrashState = ListRules.OneOf(TrashStates.All, param.TrashState, TrashStates.NotInTrash, "trashState"),
            Types = AssetTypeFilters.Read(
                param.AssetTypeArray, param.ExcludeAssetTypeArray, param.AssetSubTypeArray, param.StrictSubTypeCheck),
            ExcludeByproducts = param.ExcludeByproducts == true && param.ExcludeByproductArray?.Items is not { Count: > 0 },
            ExcludedByproducts = Byproducts(param.ExcludeByproductArray),
            PageSize = ListRules.UpTo(limit, param.RecordsPerPage, limit, "recordsPerPage"),
            Page = ListRules.UpTo(int.MaxValue, param.ResultsPage, 1, "resultsPage"),
            SortBy = ListRules.OneOf(AssetSortFields.All, param.SortBy, AssetSortFields.Name, "sortBy"),
            Descending = ListRules.IsDescending(param.SortDirection, SortDirections.Ascending),
        };
    }

    private static bool IsShort(StringArray? responseFields) =>
        responseFields?.Items is { Count: > 0 } fields && fields.TrueForAll(field => ShortFields.Contains(field.Trim('/', ' ')));

    private static bool? PublishState(string? state) => ListRules.OneOf(PublishStates.All, state, "", "publishState") switch
    {
        PublishStates.MarkedForPublish => true,
        PublishStates.NotMarkedForPublish => false,
        _ => null,
    };

    private static List<Byproduct> Byproducts(ExcludeByproductArray? array)
    {
        var byproducts = new List<Byproduct>();
        foreach (var (item, index) in (array?.Items ?? []).Select((item, index) => (item, index)))
        {
            var path = FormattableString.Invariant($"excludeByproductArray/items[{index + 1}]");
            var engine = ListRules.OneOf(GenerationEngines.All, item.Engine, "", $"{path}/engine");
            byproducts.Add(AssetTypes.TryCanonical(item.GeneratedAssetType, out var type)
                ? new Byproduct(engine, type)
                : throw Violations.InvalidValue(item.GeneratedAssetType ?? "", $"{path}/generatedAssetType"));
        }

        return byproducts;
    }

    // The whole company needs no condition, and is faster without.
    private static string? Folder(Company company, SearchAssetsParam param)
    {
        var folder = FolderParameter.Read(company, param.Folder, "folder");
        return folder == company.RootPath && param.IncludeSubfolders == true ? null : folder;
    }

    private async Task<long?> ProjectAsync(Company company, string? handle, CancellationToken cancellationToken)
    {
        if (Blank.ToNull(handle) is not { } given)
            return null;
        var project = ProjectHandle.TryParse(given, out var parsed) && parsed.CompanyId == company.CompanyId
            ? await projects.FindAsync(company.CompanyId, parsed.Name, cancellationToken)
            : null;
        return project?.ProjectId ?? throw Violations.InvalidHandle(given, "projectHandle");
    }
}
