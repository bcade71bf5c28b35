using IpsJobs.Core.Text;

namespace IpsJobs.Core.Tests.Text;

public sealed class NaturalOrderTests
{
    [Theory]
    [InlineData("a2", "a10")]
    [InlineData("a02", "a10")]
    [InlineData("a", "a1")]
    [InlineData("ab", "ab1")]
    [InlineData("a9-2", "a9-11")]
    [InlineData("B", "a")]
    [InlineData("a1b", "a1c")]
    [InlineData("a99999999999999999999998", "a99999999999999999999999")]
    [InlineData("a02", "a2")]
    [InlineData("\uFF21", "\U0001F600")]
    public void Compare_PutsTheFirstBeforeTheSecond(string first, string second)
    {
        NaturalOrder.Instance.Compare(first, second).Should().BeNegative();
        NaturalOrder.Instance.Compare(second, first).Should().BePositive();
        NaturalOrder.Instance.Compare(first, first).Should().Be(0);
    }
}
