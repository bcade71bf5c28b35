using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Tests.Handles;

public sealed class PropertySetHandleTests
{
    [Theory]
    [InlineData("ps|941", 941)]
    [InlineData("941", 941)]
    [InlineData(" ps|7 ", 7)]
    public void TryParse_ReadsTheNumber_WhenTheHandleIsLegal(string text, int id)
    {
        PropertySetHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.PropertySetId.Should().Be(id);
        new PropertySetHandle(941).ToString().Should().Be("ps|941");
    }

    [Theory]
    [InlineData("pt|941")]
    [InlineData("ps|")]
    [InlineData("ps|1|2")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_Refuses_WhenItNamesSomethingElse(string? text) => PropertySetHandle.TryParse(text, out _).Should().BeFalse();
}
