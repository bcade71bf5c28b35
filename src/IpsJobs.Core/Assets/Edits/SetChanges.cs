using System.Collections.Frozen;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Assets;

/// <summary>Makes sets and changes what is in them.</summary>
public sealed class SetChanges(
    CompanyAccess companies, AssetTargets targets, CompanyEdits edits, IAssetStore assets, SetNesting nesting, IAssetEdits store, EditRunner runner)
{
    private const int LargestDefinition = 100_000;
    private const int LargestSubType = 255;

    // Sets that are lists of members; those of a definition are asset sets.
    private static readonly FrozenSet<string> MemberTypes = FrozenSet.Create(
        StringComparer.Ordinal, [AssetTypes.ImageSet, AssetTypes.SpinSet, AssetTypes.RenderSet, AssetTypes.Catalog]);

    private static readonly FrozenSet<string> DefinedTypes = FrozenSet.Create(StringComparer.Ordinal, [AssetTypes.AssetSet]);

    /// <summary>Makes a set without members, which is not marked for publish.</summary>
    /// <exception cref="RuleViolationException">30002 and 30001 for what is missing or cannot be; 30000 for a name in use.</exception>
    public async Task<StoredSet> CreateImageSetAsync(
        RequestContext request, string? companyHandle, NewSet wanted, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        var type = Require(wanted.Kind, "type");
        if (!MemberTypes.Contains(type))
            throw Violations.InvalidValue(type, "type");
        return await AddAsync(request, company, wanted, Content(company, wanted, type, subType: ""), cancellationToken);
    }

    /// <summary>Makes a set by its definition, which is not marked for publish.</summary>
    /// <exception cref="RuleViolationException">30002 and 30001 for what is missing or cannot be; 30000 for a name in use.</exception>
    public async Task<StoredSet> CreateAssetSetAsync(
        RequestContext request, string? companyHandle, NewSet wanted, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        var subType = Require(wanted.Kind, "subType").Trim();
        if (subType.Length > LargestSubType || subType.Any(char.IsControl))
            throw Violations.InvalidValue(subType, "subType");
        var content = Content(company, wanted, AssetTypes.AssetSet, subType);
        return await AddAsync(request, company, wanted, content, cancellationToken);
    }

    /// <summary>Replaces all members of a set.</summary>
    /// <exception cref="RuleViolationException">30001 for what is no set or no asset of the company, and for a set in itself.</exception>
    public async Task SetMembersAsync(
        RequestContext request, string? companyHandle, string? handle, IReadOnlyList<MemberRequest> members, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        if (members.Count > AssetLookup.MaxHandles)
            throw Violations.TooManyItems("memberArray", AssetLookup.MaxHandles);
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        var set = await HoldSetAsync(edit, company, handle, MemberTypes, cancellationToken);
        var found = await MembersAsync(company, set, [.. members.Select(m => m.Handle)], "memberArray", cancellationToken);
        var resets = set.Content.Type == AssetTypes.Catalog;
        List<SetMember> wanted = [.. found.Select((member, i) => new SetMember(member.AssetId) { PageReset = !resets || members[i].PageReset })];
        var before = await assets.ListMembersAsync(set.AssetId, cancellationToken);
        var change = new EditAsset(set.AssetId, request.Caller.User.UserId)
        {
            Members = wanted,
            Details = SetThumbnail.Moved(set.Content.Details, before, wanted),
        };
        await runner.RunAsync(company, change, cancellationToken);
    }

    /// <summary>Changes an asset set; null leaves a part as it is.</summary>
    /// <exception cref="RuleViolationException">30001 for what is no asset set, or names what is no asset of the company.</exception>
    public async Task UpdateAssetSetAsync(
        RequestContext request, string? companyHandle, string? handle, string? definition, string? thumbnail, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        var set = await HoldSetAsync(edit, company, handle, DefinedTypes, cancellationToken);
        var thumbnailId = await ThumbnailAsync(company, thumbnail, cancellationToken);
        var details = set.Content.Details;
        var change = new EditAsset(set.AssetId, request.Caller.User.UserId)
        {
            Details = details with
            {
                SetDefinition = definition ?? details.SetDefinition, ThumbnailAssetId = thumbnailId ?? details.ThumbnailAssetId,
            },
            Members = definition is null ? null : await ReferencesAsync(company, set, definition, cancellationToken),
        };
        await runner.RunAsync(company, change, cancellationToken);
    }

    private async Task<StoredSet> AddAsync(
        RequestContext request, Company company, NewSet wanted, AssetContent content, CancellationToken cancellationToken)
    {
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        content = content with
        {
            Members = await ReferencesAsync(company, set: null, wanted.Definition ?? "", cancellationToken),
            Details = new AssetDetails
            {
                SetDefinition = wanted.Definition ?? "",
                ThumbnailAssetId = await ThumbnailAsync(company, wanted.ThumbnailHandle, cancellationToken),
            },
        };
        await edit.HoldAsync(content.FileName, cancellationToken);
        try
        {
            var id = await store.AddAsync(
                new AddAsset(company.CompanyId, content.FileName, NameSpace.Catalog, ReadyForPublish: false, content, request.Caller.User.UserId),
                cancellationToken);
            return new StoredSet(id, content.Type);
        }
        catch (NameTakenException taken)
        {
            throw Violations.NameTaken(taken.Name);
        }
    }

    private static AssetContent Content(Company company, NewSet wanted, string type, string subType)
    {
        var name = Require(wanted.Name, "name").Trim();
        if (AssetNaming.Clean(name) is not { } cleaned || cleaned != name.Normalize())
            throw Violations.InvalidValue(name, "name");
        return new AssetContent
        {
            Type = type,
            SubType = subType,
            Folder = FolderPaths.Require(company, wanted.FolderHandle, "folderHandle"),
            FileName = cleaned,
            FileSize = 0,
            Sha256 = new byte[32],
        };
    }

    private async Task<StoredAsset> HoldSetAsync(
        CompanyEdit edit, Company company, string? handle, FrozenSet<string> types, CancellationToken cancellationToken)
    {
        var set = await targets.HoldPresentAsync(edit, company, handle, "assetHandle", cancellationToken);
        return types.Contains(set.Content.Type) ? set : throw Violations.InvalidHandle(handle!, "assetHandle");
    }

    // What a definition names is published with the set, as members are.
    private async Task<IReadOnlyList<SetMember>> ReferencesAsync(
        Company company, StoredAsset? set, string definition, CancellationToken cancellationToken)
    {
        if (definition.Length > LargestDefinition)
            throw Violations.OutOfRange(definition.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), "setDefinition", $"0-{LargestDefinition}");
        var found = await MembersAsync(company, set, SetDefinition.HandlesIn(definition), "setDefinition", cancellationToken);
        return [.. found.Select(member => new SetMember(member.AssetId)).Distinct()];
    }

    // Null is a set that is still to be made: nothing can have it in it yet.
    private async Task<IReadOnlyList<StoredAsset>> MembersAsync(
        Company company, StoredAsset? set, IReadOnlyList<string> handles, string path, CancellationToken cancellationToken)
    {
        var found = await targets.FindManyAsync(company, handles, cancellationToken);
        var members = new List<StoredAsset>();
        for (var i = 0; i < handles.Count; i++)
        {
            if (found[i] is not { } member || member.TrashState == TrashStates.InEmptiedTrash)
                throw Violations.InvalidHandle(handles[i], path);
            members.Add(member.TrashState == TrashStates.NotInTrash ? member : throw Violations.AssetInTrash(member.Name));
        }

        if (set is not null)
            await nesting.RequireFreeOfRingsAsync(set, members, cancellationToken);
        return members;
    }

    private async Task<long?> ThumbnailAsync(Company company, string? handle, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(handle)
            ? null
            : (await targets.RequirePresentAsync(company, handle, "thumbAssetHandle", cancellationToken)).AssetId;

    private static string Require(string? value, string path) =>
        string.IsNullOrWhiteSpace(value) ? throw Violations.Missing(path) : value;
}
