using IpsJobs.Core.Assets;
using static IpsJobs.Core.Constants.OverwriteModes;

namespace IpsJobs.Core.Tests.Assets.Rules;

public sealed class OverwriteRuleTests
{
    private static readonly IncomingFile Shirt = new("Co/new/", "shirt.jpg", "Image");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decide_AddsTheFile_WhenTheNameIsFree(bool overwrite) =>
        OverwriteRule.Decide(overwrite, OverwriteFullName, Shirt, [], _ => false)
            .Should().Be(new OverwriteDecision.Add("shirt", "shirt.jpg"));

    // Which of the four modes (full name, any extension, full name any folder, any extension any folder) replace.
    [Theory]
    [InlineData("Co/new/", "shirt.jpg", true, true, true, true)]
    [InlineData("Co/new/", "shirt.JPG", true, true, true, true)]
    [InlineData("Co/new/", "shirt.png", false, true, false, true)]
    [InlineData("Co/old/", "shirt.jpg", false, false, true, true)]
    [InlineData("Co/old/", "shirt.png", false, false, false, true)]
    [InlineData("co/new/", "shirt.jpg", false, false, true, true)]
    public void Decide_ReplacesByMode_WhenTheJobOverwrites(
        string folder, string fileName, bool fullName, bool anyExt, bool fullNameAnyFolder, bool anyExtAnyFolder)
    {
        var existing = new ExistingAsset(7, folder, fileName, "Image", InTrash: false);
        OverwriteDecision replace = new OverwriteDecision.Replace(7, folder == "Co/new/" ? null : "Co/new/");
        OverwriteDecision number = new OverwriteDecision.AddNumbered("shirt-1", "shirt-1.jpg");

        Decide(true, OverwriteFullName, existing).Should().Be(fullName ? replace : number);
        Decide(true, OverwriteAnyExt, existing).Should().Be(anyExt ? replace : number);
        Decide(true, OverwriteFullNameAnyFolder, existing).Should().Be(fullNameAnyFolder ? replace : number);
        Decide(true, OverwriteAnyExtAnyFolder, existing).Should().Be(anyExtAnyFolder ? replace : number);
    }

    [Fact]
    public void Decide_NumbersTheFile_WhenItsTypeCannotReplace() =>
        Decide(true, OverwriteAnyExtAnyFolder, new ExistingAsset(7, "Co/new/", "shirt.jpg", "Template", false))
            .Should().Be(new OverwriteDecision.AddNumbered("shirt-1", "shirt-1.jpg"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decide_NumbersTheFile_WhenTheNameIsTakenByTheTrash(bool overwrite) =>
        Decide(overwrite, OverwriteAnyExtAnyFolder, new ExistingAsset(7, "Co/new/", "shirt.jpg", "Image", InTrash: true))
            .Should().Be(new OverwriteDecision.AddNumbered("shirt-1", "shirt-1.jpg"));

    [Theory]
    [InlineData("Co/new/", "shirt.jpg", true)]
    [InlineData("Co/new/", "shirt.JPG", true)]
    [InlineData("Co/new/", "shirt.png", false)]
    [InlineData("Co/old/", "shirt.jpg", false)]
    public void Decide_SkipsTheSameFileOnly_WhenTheJobDoesNotOverwrite(string folder, string fileName, bool skipped)
    {
        OverwriteDecision expected = skipped
            ? new OverwriteDecision.SkipDuplicate(7)
            : new OverwriteDecision.AddNumbered("shirt-1", "shirt-1.jpg");

        Decide(false, OverwriteAnyExtAnyFolder, new ExistingAsset(7, folder, fileName, "Image", false)).Should().Be(expected);
    }

    [Fact]
    public void Decide_TakesTheFirstFreeNumber_WhenSomeAreTaken()
    {
        string[] taken = ["shirt", "shirt-1", "shirt-2", "shirt-4"];

        OverwriteRule.Decide(false, OverwriteFullName, Shirt, [], taken.Contains)
            .Should().Be(new OverwriteDecision.AddNumbered("shirt-3", "shirt-3.jpg"));
    }

    [Theory]
    [InlineData(null, true, null, true, true)]
    [InlineData(null, false, true, true, false)]
    [InlineData(true, false, true, false, true)]
    [InlineData(false, true, true, false, false)]
    [InlineData(true, false, false, true, false)]
    [InlineData(false, true, false, true, true)]
    [InlineData(true, false, null, true, true)]
    [InlineData(true, false, null, false, false)]
    public void PublishState_FollowsJobThenCompany_WhenAnAssetIsReplaced(
        bool? marked, bool ready, bool? preserve, bool retain, bool expected) =>
        PublishStateRule.Decide(marked, ready, preserve, retain).Should().Be(expected);

    private static OverwriteDecision Decide(bool overwrite, string mode, ExistingAsset existing) =>
        OverwriteRule.Decide(overwrite, mode, Shirt, [existing], name => name == "shirt");
}
