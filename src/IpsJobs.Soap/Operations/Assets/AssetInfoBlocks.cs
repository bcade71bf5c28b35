using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Gives an asset the info block of its type; set types without a definition and colour swatches have none.</summary>
internal static class AssetInfoBlocks
{
    public static void Fill(Asset contract, StoredAsset asset, Company company)
    {
        var files = new AssetFiles(asset, company);
        var details = asset.Content.Details;
        switch (asset.Content.Type)
        {
            case AssetTypes.Image:
                contract.ImageInfo = ImageInfoMapping.ToContract(asset, files);
                break;
            case AssetTypes.LayerView:
                contract.LayerViewInfo = new LayerViewInfo { UrlModifier = Modifier(details), UrlPostApplyModifier = PostModifier(details) };
                break;
            case AssetTypes.Template:
                contract.TemplateInfo = new TemplateInfo { UrlModifier = Modifier(details), UrlPostApplyModifier = PostModifier(details) };
                break;
            case AssetTypes.Watermark:
                contract.WatermarkInfo = new WatermarkInfo { UrlModifier = Modifier(details), UrlPostApplyModifier = PostModifier(details) };
                break;
            case AssetTypes.ViewerPreset:
                contract.ViewerPresetInfo = ViewerPreset(details);
                break;
            default:
                FileInfoBlocks.Fill(contract, asset.Content.Type, files);
                break;
        }

        if (details.SetDefinition.Length > 0)
            contract.AssetSetInfo = new AssetSetInfo { SetDefinition = details.SetDefinition };
    }

    private static string? Modifier(AssetDetails details) => Blank.ToNull(details.UrlModifier);

    private static string? PostModifier(AssetDetails details) => Blank.ToNull(details.UrlPostApplyModifier);

    // A preset is its settings; the one called "type" says which viewer they are for.
    private static ViewerPresetInfo ViewerPreset(AssetDetails details)
    {
        var settings = new ConfigSettingArray();
        foreach (var (name, value) in details.Facts.Where(fact => fact.Key != "type").OrderBy(fact => fact.Key, StringComparer.Ordinal))
            settings.Items.Add(new ConfigSetting { Name = name, Value = value });
        return new ViewerPresetInfo
        {
            Type = details.Facts.GetValueOrDefault("type"),
            ConfigSettingArray = settings.Items.Count == 0 ? null : settings,
        };
    }
}
