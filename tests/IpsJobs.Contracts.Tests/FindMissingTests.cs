namespace IpsJobs.Contracts.Tests;

public class FindMissingTests
{
    [Fact]
    public void FindMissing_GivesNull_WhenComplete() => Upload().FindMissing(ContractVersion.Latest).Should().BeNull();

    [Fact]
    public void FindMissing_NamesTheFirstInSchemaOrder() =>
        new SubmitJobParam().FindMissing(ContractVersion.Latest).Should().Be("companyHandle");

    [Fact]
    public void FindMissing_TakesEmptyRequiredStringsAsAbsent()
    {
        var submission = Upload();
        submission.JobName = "";
        submission.FindMissing(ContractVersion.Latest).Should().Be("jobName");
    }

    [Fact]
    public void FindMissing_GivesThePathWithTheItemCountedFromOne()
    {
        var submission = Upload();
        submission.UploadUrlsJob!.UrlArray!.Items[1].SourceUrl = null;
        submission.FindMissing(ContractVersion.Latest).Should().Be("uploadUrlsJob/urlArray/items[2]/sourceUrl");
    }

    [Fact]
    public void FindMissing_NamesMissingBooleansAndStructures()
    {
        var submission = Upload();
        submission.UploadUrlsJob!.Overwrite = null;
        submission.FindMissing(ContractVersion.Latest).Should().Be("uploadUrlsJob/overwrite");
        new SubmitJobParam { CompanyHandle = "c", JobName = "n", ExportJob = new() }
            .FindMissing(ContractVersion.Latest).Should().Be("exportJob/assetHandleArray");
    }

    [Fact]
    public void FindMissing_NamesItems_WhereTheContractWantsAtLeastOne()
    {
        var update = new AssetsContextStateUpdate { AssetHandle = "a|1", ContextStateUpdateArray = new() };
        update.FindMissing(ContractVersion.Latest).Should().Be("contextStateUpdateArray/items");
        new GetAssetsParam { CompanyHandle = "c|47", AssetHandleArray = new() }.FindMissing(ContractVersion.Latest).Should().BeNull();
    }

    [Fact]
    public void FindMissing_DoesNotAskForWhatTheVersionLacks()
    {
        var user = new User { UserHandle = "u", FirstName = "f", LastName = "l", Email = "e", IsValid = true };
        user.FindMissing(ContractVersion.V20140403).Should().Be("isIpsAdmin");
        user.FindMissing(ContractVersion.V20130215).Should().Be("defaultRole");
        user.FindMissing(ContractVersion.Unversioned).Should().BeNull();
    }

    [Fact]
    public void FindMissing_LooksIntoElementsThatTheVersionLacks_BecauseTheyAreUsed() =>
        new SubmitJobParam { CompanyHandle = "c", JobName = "n", ExportJob = new() { AssetHandleArray = new() } }
            .FindMissing(ContractVersion.Unversioned).Should().Be("exportJob/fmt");

    private static SubmitJobParam Upload() => new()
    {
        CompanyHandle = "c|47",
        JobName = "n",
        UploadUrlsJob = new UploadUrlsJob
        {
            UrlArray = new UploadUrlArray { Items = [Url(), Url()] },
            Overwrite = true,
            ReadyForPublish = false,
            CreateMask = false,
            EmailSetting = "None",
        },
    };

    private static UploadUrl Url() => new() { SourceUrl = "https://example.com/a.jpg", DestPath = "a/" };
}
