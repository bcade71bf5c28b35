namespace IpsJobs.Contracts.Tests;

public class ContractVersionTests
{
    private const string Base = "http://www.scene7.com/IpsApi/xsd";

    [Fact]
    public void All_IsInOrder()
    {
        ContractVersion.All.Select(version => version.Name).Should().Equal(
            "", "2008-01-15", "2008-09-10", "2009-07-31", "2010-01-31", "2012-02-14", "2013-02-15", "2014-04-03");
        ContractVersion.All.Select(version => version.Ordinal).Should().Equal(0, 1, 2, 3, 4, 5, 6, 7);
    }

    [Fact]
    public void Find_GivesTheKnownVersion()
    {
        ContractVersion.Find(Base).Should().BeSameAs(ContractVersion.Unversioned);
        ContractVersion.Find(Base + "/2010-01-31").Should().BeSameAs(ContractVersion.V20100131);
        ContractVersion.Find(Base + "/2014-04-03").Should().BeSameAs(ContractVersion.Latest);
    }

    [Theory]
    [InlineData("2014-04-04")]
    [InlineData("2019-09-10")]
    [InlineData("2019-09-10-beta")]
    [InlineData("2012-01-01-beta2")]
    public void Find_GivesTheLatestOrdinalUnderItsOwnName_WhenVersionIsLaterOrBeta(string name)
    {
        var found = ContractVersion.Find($"{Base}/{name}");
        found.Should().BeEquivalentTo(new { Name = name, Namespace = $"{Base}/{name}", Ordinal = 7 });
        ContractVersion.Find($"{Base}/{name}").Should().Be(found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("urn:x")]
    [InlineData(Base + "/")]
    [InlineData(Base + "2014-04-03")]
    [InlineData(Base + "/2011-01-01")]
    [InlineData(Base + "/2019-13-01")]
    [InlineData(Base + "/2019-09-10x")]
    [InlineData(Base + "/2019-09-10-beta-and-much-more-than-fits")]
    [InlineData("http://www.scene7.com/IpsApi")]
    public void Find_GivesNull_WhenNamespaceIsNotOfTheApi(string ns) => ContractVersion.Find(ns).Should().BeNull();

    [Fact]
    public void Find_StillAnswers_WhenMoreVersionsAreAskedForThanAreCached()
    {
        var names = Enumerable.Range(0, 500).Select(day => new DateOnly(2030, 1, 1).AddDays(day).ToString("yyyy-MM-dd", null));
        names.Should().AllSatisfy(name => ContractVersion.Find($"{Base}/{name}")!.Name.Should().Be(name));
    }

    [Fact]
    public void CompareTo_OrdersByAge()
    {
        var later = ContractVersion.Find(Base + "/2019-09-10")!;
        (ContractVersion.Unversioned < ContractVersion.V20080115).Should().BeTrue();
        (ContractVersion.Latest <= later).Should().BeTrue();
        (later == ContractVersion.Latest).Should().BeFalse();
        later.CompareTo(null).Should().BePositive();
    }
}
