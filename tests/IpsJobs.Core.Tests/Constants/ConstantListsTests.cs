using System.Collections.Frozen;
using System.Reflection;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Tests.Constants;

public sealed class ConstantListsTests
{
    [Theory]
    [InlineData(typeof(JobTypes), 17)]
    [InlineData(typeof(PublishTypes), 3)]
    [InlineData(typeof(JobSubTypes), 4)]
    [InlineData(typeof(PublishContextTypes), 5)]
    [InlineData(typeof(EmailSettings), 5)]
    [InlineData(typeof(LogFileTypes), 31)]
    [InlineData(typeof(JobLogSortFields), 9)]
    [InlineData(typeof(JobLogDetailSortFields), 2)]
    [InlineData(typeof(SortDirections), 2)]
    [InlineData(typeof(TaskStates), 6)]
    [InlineData(typeof(TaskTypes), 3)]
    [InlineData(typeof(Corners), 4)]
    [InlineData(typeof(FillMethods), 2)]
    [InlineData(typeof(ColorManagementModes), 3)]
    [InlineData(typeof(Colorspaces), 4)]
    [InlineData(typeof(PhotoshopProcesses), 2)]
    [InlineData(typeof(LayerNamings), 4)]
    [InlineData(typeof(Anchors), 9)]
    [InlineData(typeof(PostScriptProcesses), 2)]
    [InlineData(typeof(PdfProcesses), 3)]
    [InlineData(typeof(IllustratorProcesses), 3)]
    [InlineData(typeof(InDesignProcesses), 1)]
    [InlineData(typeof(UnCompressProcesses), 2)]
    [InlineData(typeof(ExportFormats), 2)]
    [InlineData(typeof(OverwriteModes), 4)]
    [InlineData(typeof(PublishStates), 2)]
    [InlineData(typeof(TrashStates), 3)]
    [InlineData(typeof(GenerationEngines), 7)]
    [InlineData(typeof(UserRoles), 10)]
    [InlineData(typeof(PropertySetTypes), 3)]
    [InlineData(typeof(PropertySetTypeNames), 4)]
    [InlineData(typeof(AssetTypes), 50)]
    [InlineData(typeof(AssetSetSubTypes), 4)]
    [InlineData(typeof(CatalogAssetTypes), 6)]
    [InlineData(typeof(LogTypes), 102)]
    public void All_HoldsEveryConstant_WhenOneIsAdded(Type list, int count)
    {
        var constants = Constants<string>(list).ToList();

        Set(list).Should().BeEquivalentTo(constants);
        constants.Should().OnlyHaveUniqueItems().And.HaveCount(count);
    }

    [Fact]
    public void All_DistinguishesCase_WhenAskedForAConstant()
    {
        JobTypes.All.Should().Contain("UrlUpload").And.NotContain("urlupload");
    }

    [Fact]
    public void FaultCodes_AreTheDocumentedNumbers_WhenListed()
    {
        Constants<int>(typeof(FaultCodes)).Should().Equal(
            10000, 10001, 10002,
            20000, 20001, 20002, 20003, 20004, 20005, 20006, 20007, 20008, 20009,
            30000, 30001, 30002, 30003);
        FaultCodes.NoOperationPermission.Should().Be(20003);
    }

    private static IEnumerable<T> Constants<T>(Type list) => list
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => f.IsLiteral && f.FieldType == typeof(T))
        .Select(f => (T)f.GetRawConstantValue()!);

    private static FrozenSet<string> Set(Type list) =>
        (FrozenSet<string>)(list.GetProperty("All") ?? list.GetProperty("Values"))!.GetValue(null)!;
}
