using IpsJobs.Contracts;
using IpsJobs.Core.Handles;
using IpsJobs.Soap.Dialects;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.Tests.Operations.Jobs;

public sealed class BlockDefaultsTests
{
    [Theory]
    [InlineData("", "render", "render")]
    [InlineData("2010-01-31", null, "render")]
    [InlineData("2010-01-31", "Rasterize", "render")]
    [InlineData("2012-02-14", "render", "Rasterize")]
    [InlineData("2014-04-03", "Rasterize", "Rasterize")]
    [InlineData("2014-04-03", "Thumbnail", "Thumbnail")]
    [InlineData("2008-01-15", "None", "None")]
    public void Pdf_NamesRasterizing_AsTheVersionDoes(string version, string? given, string expected)
    {
        var options = new OptionDefaults(DialectOf(version)).Pdf(new PDFOptions { Process = given });

        options.Process.Should().Be(expected);
    }

    [Fact]
    public void Pdf_DiffersBetweenAnAbsentBlockAndAbsentFields()
    {
        var defaults = new OptionDefaults(DialectOf("2014-04-03"));

        defaults.Pdf(null).Should().BeEquivalentTo(new PDFOptions
        {
            Process = "Rasterize", Resolution = 72, Colorspace = "Auto", PdfCatalog = true, ExtractSearchWords = false, ExtractLinks = true,
        });
        defaults.Pdf(new PDFOptions()).Should().BeEquivalentTo(new PDFOptions
        {
            Process = "Rasterize", Resolution = 150, Colorspace = "Auto", PdfCatalog = true, ExtractSearchWords = false, ExtractLinks = false,
        });
    }

    [Fact]
    public void PostScript_DiffersBetweenAnAbsentBlockAndAbsentFields()
    {
        OptionDefaults.PostScript(null).Should().BeEquivalentTo(new PostScriptOptions
        {
            Process = "None", Resolution = 72, Colorspace = "Auto", Alpha = false, ExtractSearchWords = false,
        });
        OptionDefaults.PostScript(new PostScriptOptions { Colorspace = "Rgb" }).Should().BeEquivalentTo(new PostScriptOptions
        {
            Process = "Rasterize", Resolution = 150, Colorspace = "Rgb", Alpha = false, ExtractSearchWords = false,
        });
    }

    [Fact]
    public void Illustrator_FollowsThePostScriptBlock_WhenItHasNoneOfItsOwn()
    {
        var postScript = new PostScriptOptions { Resolution = 300, Alpha = true };

        OptionDefaults.Illustrator(null, postScript).Should().BeEquivalentTo(
            new IllustratorOptions { Process = "Rasterize", Resolution = 300, Colorspace = "Auto", Alpha = true });
        OptionDefaults.Illustrator(new IllustratorOptions { Process = "None" }, postScript).Should().BeEquivalentTo(
            new IllustratorOptions { Process = "None", Resolution = 150, Colorspace = "Auto", Alpha = false });
        OptionDefaults.Illustrator(null, null).Process.Should().Be("None");
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, true)]
    public void Fill_TakesTheCompanysPublishSetting_OnlyWhenTheJobIsSilent(bool? given, bool company, bool expected)
    {
        IContractType[] blocks =
        [
            new UploadDirectoryJob { PreservePublishState = given }, new UploadUrlsJob { PreservePublishState = given },
            new UploadPostJob { PreservePublishState = given }, new ReprocessAssetsJob { PreservePublishState = given },
        ];

        foreach (dynamic block in blocks)
        {
            Defaults("2014-04-03", company).Fill(block);
            ((bool?)block.PreservePublishState).Should().Be(expected);
            ((bool?)block.PreserveCrop).Should().BeTrue();
            ((string)block.PhotoshopOptions.Process).Should().Be("None");
            ((object)block.MediaOptions).Should().NotBeNull();
            ((object)block.AutoSetCreationOptions).Should().NotBeNull();
            ((object?)block.UnsharpMaskOptions).Should().BeNull();
        }
    }

    [Fact]
    public void Fill_KeepsWhatWasSubmitted()
    {
        var block = new UploadDirectoryJob
        {
            PreserveCrop = false,
            PostJobOnlyIfFiles = true,
            PhotoshopOptions = new PhotoshopOptions { Process = "MaintainLayers" },
            ColorManagementOptions = new ColorManagementOptions { ColorManagement = "Convert" },
            PostVideoPublishJob = new VideoPublishJob { EmailSetting = "All" },
        };

        Defaults("2014-04-03").Fill(block);

        block.PreserveCrop.Should().BeFalse();
        block.PostJobOnlyIfFiles.Should().BeTrue();
        block.PhotoshopOptions.Process.Should().Be("MaintainLayers");
        block.ColorManagementOptions.ColorManagement.Should().Be("Convert");
        block.PostVideoPublishJob.HttpCompletionUrl.Should().BeEmpty();
    }

    [Fact]
    public void Fill_ShowsTheNumberOfAddresses_NotTheAddresses()
    {
        var block = new UploadUrlsJob { UrlArray = new UploadUrlArray { Items = [new(), new(), new()] } };

        Defaults("2010-01-31").Fill(block);

        block.NumUrls.Should().Be(3);
        block.UrlArray.Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "47|P", "885289|1|535")]
    [InlineData("2009-07-31", "p|47|P", "a|885289|1|535")]
    [InlineData("2014-04-03", "p|47|P", "a|885289")]
    public void Fill_GivesHandlesTheFormOfTheVersion(string version, string project, string asset)
    {
        var block = new ReprocessAssetsJob
        {
            AssetHandleArray = new HandleArray { Items = ["a|885289|1|535", "unreadable"] },
            ProjectHandleArray = new HandleArray { Items = ["p|47|P"] },
            ColorManagementOptions = new ColorManagementOptions { ColorManagement = "Convert", OutputProfileHandle = "885289|1|535" },
        };

        Defaults(version).Fill(block);

        block.AssetHandleArray.Items.Should().Equal(asset, "unreadable");
        block.ProjectHandleArray.Items.Should().Equal(project);
        block.ColorManagementOptions.OutputProfileHandle.Should().Be(asset);
    }

    [Fact]
    public void Fill_CompletesPublishBlocks()
    {
        var serving = new ImageServingPublishJob { ContextHandle = "3001" };
        var directory = new ServerDirectoryPublishJob { HttpCompletionUrl = "http://a/" };

        Defaults("2014-04-03").Fill(serving);
        Defaults("2014-04-03").Fill(directory);

        serving.HttpCompletionUrl.Should().BeEmpty();
        serving.ContextHandle.Should().Be("pc|3001");
        directory.HttpCompletionUrl.Should().Be("http://a/");
    }

    [Fact]
    public void Fill_TakesEveryBlockOfTheContract()
    {
        foreach (var name in JobBlocks.ElementNames)
        {
            var block = JobBlocks.Deserialize(System.Text.Encoding.UTF8.GetBytes($"<{name} xmlns=\"{ContractVersion.Latest.Namespace}\"/>"));

            var fill = () => Defaults("2014-04-03").Fill(block.Block);

            fill.Should().NotThrow(name);
        }
    }

    private static BlockDefaults Defaults(string version, bool retainPublishState = false)
    {
        var dialect = DialectOf(version);
        return new BlockDefaults(new OptionDefaults(dialect), new HandleForms(dialect.Handles), retainPublishState);
    }

    private static Dialect DialectOf(string version) => Dialect.For(ContractVersion.All.Single(v => v.Name == version));
}
