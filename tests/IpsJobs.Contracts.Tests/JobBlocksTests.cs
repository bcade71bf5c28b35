using System.Text;
using System.Xml;
using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests;

public class JobBlocksTests
{
    public static TheoryData<string> Names => new(JobBlocks.ElementNames);

    [Fact]
    public void ElementNames_AreThoseOfSubmissionsAndTheHttpPostUpload() =>
        JobBlocks.ElementNames.Should().Equal(
            "imageServingPublishJob", "imageRenderingPublishJob", "videoPublishJob", "serverDirectoryPublishJob", "metadataPublishJob",
            "uploadDirectoryJob", "uploadUrlsJob", "optimizeImagesJob", "ripPdfsJob", "reprocessAssetsJob", "createVideoSitemapJob",
            "exportJob", "automatedSetGenerationJob", "uploadPostJob");

    [Fact]
    public void Present_GivesAllBlocksInOrder()
    {
        JobBlocks.Present(new SubmitJobParam()).Should().BeEmpty();
        var submission = new SubmitJobParam { ExportJob = new(), VideoPublishJob = new() };
        JobBlocks.Present(submission).Should().Equal(
            new JobBlock("videoPublishJob", submission.VideoPublishJob), new JobBlock("exportJob", submission.ExportJob));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Attach_SetsTheElementOfTheBlocksName(string name)
    {
        var block = RandomBlock(name, seed: 3);
        var active = new ActiveJob();
        JobBlocks.Attach(active, block);
        Value(active, name).Should().BeSameAs(block.Block);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Attach_SetsTheElementOfScheduledJobs_UnlessTheyHaveNone(string name)
    {
        var block = RandomBlock(name, seed: 3);
        var scheduled = new ScheduledJob();
        JobBlocks.Attach(scheduled, block);
        Value(scheduled, name).Should().BeSameAs(name == "uploadPostJob" ? null : block.Block);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Deserialize_GivesWhatWasSerialized_WithElementsOfAllVersions(string name)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var block = RandomBlock(name, seed);
            var restored = JobBlocks.Deserialize(JobBlocks.Serialize(block));
            restored.ElementName.Should().Be(name);
            DeepCompare.FindDifference(block.Block, restored.Block).Should().BeNull();
        }
    }

    [Fact]
    public void Serialize_AddsNothing_WhenRequiredValuesAreAbsent()
    {
        var bytes = JobBlocks.Serialize(new JobBlock("uploadUrlsJob", new UploadUrlsJob()));
        Encoding.UTF8.GetString(bytes).Should().Be($"<uploadUrlsJob xmlns=\"{Documents.V2014}\" />");
    }

    [Fact]
    public void Deserialize_Refuses_WhenRootIsNoBlock()
    {
        FluentActions.Invoking(() => JobBlocks.Deserialize("<pauseJobParam/>"u8)).Should().Throw<ContractFormatException>();
        FluentActions.Invoking(() => JobBlocks.Deserialize("<exportJob>"u8)).Should().Throw<XmlException>();
    }

    private static JobBlock RandomBlock(string name, int seed)
    {
        var type = typeof(JobBlocks).Assembly.GetType("IpsJobs.Contracts." + char.ToUpperInvariant(name[0]) + name[1..])!;
        return new JobBlock(name, new RandomMessages(seed, withForeignVersions: true).Next(type));
    }

    private static object? Value(object job, string name) =>
        job.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name[1..])?.GetValue(job);
}
