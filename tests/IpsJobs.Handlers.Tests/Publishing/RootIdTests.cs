using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.Tests.Publishing;

public sealed class RootIdTests
{
    [Theory]
    [InlineData("SampleCompany/", "SampleCompany")]
    [InlineData("a-b_c.d~e!f$g&h'i(j)k+l;m=n@o/", "a-b_c.d~e!f$g&h'i(j)k+l;m=n@o")]
    [InlineData("Two Words/", "Two%20Words")]
    [InlineData("100%/", "100%25")]
    [InlineData("a/b/", "a%2Fb")]
    [InlineData("a,b/", "a%2Cb")]
    [InlineData("日本/", "%E6%97%A5%E6%9C%AC")]
    [InlineData("../", "%2E%2E")]
    [InlineData("./", "%2E")]
    [InlineData("Default/", "%44%65%66%61%75%6C%74")]
    public void Of_EncodesWhatAUrlPathOrACatalogListForbids_WhenRootHoldsIt(string root, string rootId) =>
        RootId.Of(root).Should().Be(rootId);
}
