using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using Company = IpsJobs.Core.Accounts.Company;
using Generation = IpsJobs.Core.Assets.Generation;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Shows what was made from what.</summary>
internal sealed class GenerationMapping(IAssetStore assets, AssetMapping mapping)
{
    /// <summary>How the asset was made; empty for a file that came from outside.</summary>
    /// <param name="generated">The asset.</param>
    /// <param name="engine">Null for any.</param>
    /// <param name="company">Its company.</param>
    /// <param name="call">Whom to answer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async Task<GenerationInfoArray> MakersAsync(
        StoredAsset generated, string? engine, Company company, OperationCall call, CancellationToken cancellationToken)
    {
        var array = new GenerationInfoArray();
        var generation = await assets.FindGenerationAsync(generated.AssetId, cancellationToken);
        if (generation is null || (engine is not null && generation.Engine != engine))
            return array;
        // The record outlives its source.
        var originator = await assets.FindAsync(company.CompanyId, generation.OriginatorId, cancellationToken);
        var info = Info(generation);
        info.Originator = originator is null ? null : await mapping.ToContractAsync(originator, company, call, cancellationToken);
        info.Generated = await mapping.ToContractAsync(generated, company, call, cancellationToken);
        array.Items.Add(info);
        return array;
    }

    /// <summary>What was made from the asset.</summary>
    /// <param name="originator">The asset.</param>
    /// <param name="engine">Null for any.</param>
    /// <param name="company">Its company.</param>
    /// <param name="call">Whom to answer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async Task<GenerationInfoArray> MadeAsync(
        StoredAsset originator, string? engine, Company company, OperationCall call, CancellationToken cancellationToken)
    {
        var array = new GenerationInfoArray();
        var made = (await assets.ListGeneratedAsync(originator.AssetId, cancellationToken))
            .Where(record => engine is null || record.Generation.Engine == engine).ToList();
        if (made.Count == 0)
            return array;
        var known = (await assets.FindManyAsync(company.CompanyId, [.. made.Select(record => record.AssetId)], cancellationToken))
            .ToDictionary(asset => asset.AssetId);
        var source = await mapping.ToContractAsync(originator, company, call, cancellationToken);
        foreach (var record in made.Where(record => known.ContainsKey(record.AssetId)))
        {
            var info = Info(record.Generation);
            info.Originator = source;
            info.Generated = await mapping.ToContractAsync(known[record.AssetId], company, call, cancellationToken);
            array.Items.Add(info);
        }

        return array;
    }

    private static GenerationInfo Info(Generation generation)
    {
        var attributes = new GenerationAttributeArray();
        foreach (var (name, value) in generation.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
            attributes.Items.Add(new GenerationAttribute { Name = name, Value = value });
        return new GenerationInfo { Engine = generation.Engine, AttributeArray = attributes };
    }
}
