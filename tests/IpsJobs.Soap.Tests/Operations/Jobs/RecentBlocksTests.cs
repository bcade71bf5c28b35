using System.Globalization;
using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Soap.Dialects;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.Tests.Operations.Jobs;

public sealed class RecentBlocksTests
{
    private readonly RecentBlocks recent = new();
    private int made;

    [Fact]
    public void Get_GivesTheSameBlock_WhenTheContentIsTheSame()
    {
        var first = Get("<a>1</a>");

        Get("<a>1</a>").Should().BeSameAs(first);
        made.Should().Be(1);
    }

    [Fact]
    public void Get_MakesAnother_WhenContentOrSettingOrVersionDiffers()
    {
        Get("<a>1</a>");
        Get("<a>2</a>");
        Get("<a>1</a>", retains: true);
        Get("<a>1</a>", version: "");
        Get("<a>1</a>", version: "2008-01-15");
        Get("<a>1</a>", version: "2010-01-31");

        made.Should().Be(6);
    }

    [Fact]
    public void Get_ForgetsWhatNobodyAsksFor_WhenManyOthersCome()
    {
        for (var i = 0; i < 600; i++)
        {
            Get("<kept/>");
            Get(string.Create(CultureInfo.InvariantCulture, $"<a>{i}</a>"));
        }

        made.Should().Be(601, "what is asked for stays");
        Get("<a>599</a>");
        made.Should().Be(601, "the last ones stay");
        Get("<a>0</a>");
        made.Should().Be(602, "memory is bounded");
    }

    [Fact]
    public void Get_KeepsNoLongBlock()
    {
        var xml = $"<a>{new string('x', 20_000)}</a>";

        Get(xml).Should().NotBeSameAs(Get(xml));
    }

    private JobBlock Get(string xml, bool retains = false, string version = "2014-04-03") =>
        recent.Get(Encoding.UTF8.GetBytes(xml), DialectOf(version), retains, () =>
        {
            made++;
            return new JobBlock("exportJob", new ExportJob());
        });

    private static Dialect DialectOf(string version) => Dialect.For(ContractVersion.All.Single(v => v.Name == version));
}
