using IpsJobs.Contracts;
using IpsJobs.Core.Handles;
using IpsJobs.Soap.Dialects;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Dialects;

public sealed class DialectTests
{
    [Theory]
    [InlineData("", HandleForm.D0, true, "render", true)]
    [InlineData("2008-01-15", HandleForm.D1, true, "render", false)]
    [InlineData("2009-07-31", HandleForm.D1, true, "render", false)]
    [InlineData("2010-01-31", HandleForm.D2, true, "render", false)]
    [InlineData("2012-02-14", HandleForm.D2, true, "Rasterize", false)]
    [InlineData("2013-02-15", HandleForm.D2, true, "Rasterize", false)]
    [InlineData("2014-04-03", HandleForm.D2, false, "Rasterize", false)]
    [InlineData("2031-01-01", HandleForm.D2, false, "Rasterize", false)]
    public void For_KnowsWhatEachVersionDoesItsOwnWay(string name, HandleForm handles, bool listsWaiting, string pdf, bool folds)
    {
        var version = ContractVersion.Find(SoapText.Namespace(name))!;

        var dialect = Dialect.For(version);

        dialect.Version.Should().Be(version);
        dialect.Handles.Should().Be(handles);
        dialect.ListsWaitingJobs.Should().Be(listsWaiting);
        dialect.RasterizedPdf.Should().Be(pdf);
        dialect.CountsUpdatesAsSuccesses.Should().Be(folds);
    }

    [Fact]
    public void For_MakesNothingNew_ForAKnownVersion() =>
        Dialect.For(ContractVersion.V20100131).Should().BeSameAs(Dialect.For(ContractVersion.V20100131));
}
