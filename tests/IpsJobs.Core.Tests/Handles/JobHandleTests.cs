using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Tests.Handles;

public sealed class JobHandleTests
{
    [Theory]
    [InlineData("47|My Test Job|", 47, "My Test Job")]
    [InlineData("j|47|My Test Job|", 47, "My Test Job")]
    [InlineData("j|110|katlyn||", 110, "katlyn")]
    [InlineData("j|110|katlyn", 110, "katlyn")]
    [InlineData("110|katlyn||", 110, "katlyn")]
    [InlineData("110|katlyn", 110, "katlyn")]
    [InlineData("\n  j|110|katlyn||\n", 110, "katlyn")]
    [InlineData("j|1|j||", 1, "j")]
    public void TryParse_ReadsTheScheduledForm_InEveryDialect(string text, int companyId, string name)
    {
        JobHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.Should().Be(JobHandle.ForScheduled(companyId, name));
        handle!.IsInstance.Should().BeFalse();
        handle.Name.Should().Be(name);
    }

    [Theory]
    [InlineData("47||Add_2007-09-14-15:04:34", 47, "Add_2007-09-14-15:04:34", null)]
    [InlineData("j|6||Add_2007-10-24-16:11:07", 6, "Add_2007-10-24-16:11:07", null)]
    [InlineData("j|6||Add_2007-10-24-16:11:07|", 6, "Add_2007-10-24-16:11:07", null)]
    [InlineData("j|110||name_2011-03-30-14:32:08.834|5129821", 110, "name_2011-03-30-14:32:08.834", 5129821L)]
    [InlineData("110||name|5129821", 110, "name", 5129821L)]
    public void TryParse_ReadsTheInstanceForm_InEveryDialect(string text, int companyId, string name, long? id)
    {
        JobHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.Should().Be(new JobHandle(companyId, null, name, id));
        handle!.IsInstance.Should().BeTrue();
        handle.Name.Should().Be(name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("j")]
    [InlineData("j|")]
    [InlineData("j|110")]
    [InlineData("j|110||")]
    [InlineData("j|110|||")]
    [InlineData("j|110|||5129821")]
    [InlineData("j|110|a|b|")]
    [InlineData("j|110|katlyn||5129821")]
    [InlineData("j|110|  ||")]
    [InlineData("j|110| |name|")]
    [InlineData("j|110||name|5129821|")]
    [InlineData("j|110||name|-1")]
    [InlineData("j|110||name| 1")]
    [InlineData("j|110||name|9223372036854775808")]
    [InlineData("J|110|katlyn||")]
    [InlineData("c|110|katlyn||")]
    [InlineData("katlyn")]
    [InlineData("j|110|kat\nlyn||")]
    public void TryParse_IsFalse_WhenTheFormIsAnother(string? text)
    {
        JobHandle.TryParse(text, out var handle).Should().BeFalse();
        handle.Should().BeNull();
    }

    [Fact]
    public void ToString_FollowsTheForm_WhenTheJobIsScheduled()
    {
        var handle = JobHandle.ForScheduled(47, "My Test Job");

        handle.ToString(HandleForm.D0).Should().Be("47|My Test Job|");
        handle.ToString(HandleForm.D1).Should().Be("j|47|My Test Job|");
        handle.ToString(HandleForm.D2).Should().Be("j|47|My Test Job||");
        handle.ToString().Should().Be("j|47|My Test Job||");
    }

    [Fact]
    public void ToString_FollowsTheForm_WhenTheJobIsAnInstance()
    {
        var handle = JobHandle.ForInstance(110, "name_2011-03-30-14:32:08.834", 5129821);

        handle.ToString(HandleForm.D0).Should().Be("110||name_2011-03-30-14:32:08.834");
        handle.ToString(HandleForm.D1).Should().Be("j|110||name_2011-03-30-14:32:08.834");
        handle.ToString(HandleForm.D2).Should().Be("j|110||name_2011-03-30-14:32:08.834|5129821");
    }
}
