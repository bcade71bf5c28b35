using IpsJobs.Contracts;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Reads the conditions of a search.</summary>
internal sealed class SearchConditions(ServerClock clock)
{
    /// <exception cref="RuleViolationException">30001 and 30002 for conditions that cannot be.</exception>
    public ConditionGroup Read(int companyId, SearchAssetsParam param)
    {
        var keywords = (param.KeywordArray?.Items ?? []).Where(keyword => !string.IsNullOrWhiteSpace(keyword)).Select(Keyword);
        var fields = (param.SystemFieldConditionArray?.Items ?? []).Select(SystemField);
        var tags = (param.TagConditionArray?.Items ?? []).Select((tag, i) => Tag(companyId, tag, i));
        var metadata = (param.MetadataConditionArray?.Items ?? []).Select((field, i) => MetadataField(companyId, field, i));
        return new ConditionGroup(
            IsAny(param.ConditionMatchMode, "conditionMatchMode"),
            [
                .. keywords,
                new ConditionGroup(IsAny(param.SystemFieldMatchMode, "systemFieldMatchMode"), [.. fields]),
                new ConditionGroup(IsAny(param.TagMatchMode, "tagMatchMode"), [.. tags]),
                new ConditionGroup(IsAny(param.MetadataMatchMode, "metadataMatchMode"), [.. metadata]),
            ]).Simplify();
    }

    private static bool IsAny(string? mode, string path) =>
        ListRules.OneOf(SearchMatchModes.All, mode, SearchMatchModes.MatchAll, path) == SearchMatchModes.MatchAny;

    private static KeywordCondition Keyword(string keyword) => new KeywordCondition(keyword.Trim());

    private AssetCondition SystemField(SystemFieldCondition given, int index)
    {
        var values = new ConditionValues(Path("systemFieldConditionArray", index), given.Op)
        {
            Value = given.Value,
            Bool = given.BoolVal,
            Number = given.LongVal ?? given.DoubleVal,
            MinNumber = given.MinLong ?? given.MinDouble,
            MaxNumber = given.MaxLong ?? given.MaxDouble,
            Date = given.DateVal,
            MinDate = given.MinDate,
            MaxDate = given.MaxDate,
        };
        return given.Field switch
        {
            AssetSystemFields.FileSize => Number(new AssetField.System(given.Field), values),
            AssetSystemFields.Created or AssetSystemFields.LastModified => Date(new AssetField.System(given.Field), values),
            AssetSystemFields.Sku => Text(new AssetField.Metadata(AssetInfoFields.Sku), values),
            AssetSystemFields.Description => Text(new AssetField.Metadata(AssetInfoFields.Description), values),
            AssetSystemFields.Comments => Text(new AssetField.Metadata(AssetInfoFields.Comments), values),
            AssetSystemFields.UserData => Text(new AssetField.Metadata(AssetInfoFields.UserData), values),
            AssetSystemFields.CreatedWith => Text(new AssetField.Metadata(AssetInfoFields.CreatedWith), values),
            { } known when AssetSystemFields.All.Contains(known) => Text(new AssetField.System(known), values),
            var other => throw Violations.InvalidValue(other ?? "", $"{values.Path}/field"),
        };
    }

    private static TextCondition Tag(int companyId, TagCondition given, int index)
    {
        var path = Path("tagConditionArray", index);
        var values = new ConditionValues(path, given.Op) { Value = given.Value, Values = given.ValueArray?.Items ?? [] };
        return Text(new AssetField.Tags(FieldName(companyId, given.FieldHandle, path)), values);
    }

    private AssetCondition MetadataField(int companyId, MetadataCondition given, int index)
    {
        var path = Path("metadataConditionArray", index);
        var values = new ConditionValues(path, given.Op)
        {
            Value = given.Value,
            Values = given.Values?.Items ?? [],
            Bool = given.BoolVal,
            Number = given.LongVal ?? given.DoubleVal,
            MinNumber = given.MinLong ?? given.MinDouble,
            MaxNumber = given.MaxLong ?? given.MaxDouble,
            Date = given.DateVal,
            MinDate = given.MinDate,
            MaxDate = given.MaxDate,
        };
        var field = new AssetField.Metadata([FieldName(companyId, given.FieldHandle, path)]);
        if (values.IsDate)
            return Date(field, values);
        // Only numbers can be smaller than another: a client may send the number as text.
        return values.IsNumber || !ComparisonOperators.Text.Contains(given.Op ?? "")
            ? Number(field, values)
            : Text(field, values, given.CaseSensitive == true);
    }

    private static TextCondition Text(AssetField field, ConditionValues values, bool caseSensitive = false) =>
        new(field, values.RequireOperator(ComparisonOperators.Text), values.RequireTexts()) { CaseSensitive = caseSensitive };

    private static NumberCondition Number(AssetField field, ConditionValues values)
    {
        var op = values.RequireOperator(ComparisonOperators.Number);
        var (low, high) = values.RequireNumbers();
        return new NumberCondition(field, op, low, high);
    }

    private DateCondition Date(AssetField field, ConditionValues values)
    {
        var op = values.RequireOperator(ComparisonOperators.Number);
        var (low, high) = values.RequireDates(clock.Zone);
        return new DateCondition(field, op, low, high);
    }

    // A field of another company is as unknown as one that never was.
    private static string FieldName(int companyId, string? handle, string path) =>
        MetadataFieldHandle.TryParse(handle, out var field) && (field.CompanyId ?? companyId) == companyId
            ? field.StoredName
            : throw Violations.InvalidHandle(handle ?? "", $"{path}/fieldHandle");

    private static string Path(string array, int index) => FormattableString.Invariant($"{array}/items[{index + 1}]");
}
