using IpsJobs.Contracts;
using IpsJobs.Soap.Dialects;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.Tests.Operations.Jobs;

/// <summary>The option fields of the unversioned API and what they mean in the later versions.</summary>
public sealed class EarlierOptionsTests
{
    private static readonly Dialect Unversioned = Dialect.For(ContractVersion.Unversioned);

    [Theory]
    [InlineData(true, "MaintainLayers")]
    [InlineData(false, "None")]
    [InlineData(null, null)]
    public void Translate_MakesAProcessOfMaintainLayers(bool? maintain, string? process)
    {
        var job = new UploadUrlsJob { PhotoshopOptions = new PhotoshopOptions { MaintainLayers = maintain } };

        EarlierOptions.Translate(job, Unversioned);

        job.PhotoshopOptions.Should().BeEquivalentTo(new PhotoshopOptions { Process = process });
    }

    [Fact]
    public void Translate_MovesNamingAndAnchorToTheLayerOptions_InEveryBlockThatHasThem()
    {
        foreach (var job in BlocksWith(new PhotoshopOptions { MaintainLayers = true, LayerNaming = "LayerName", Anchor = "Center" }, null))
        {
            EarlierOptions.Translate(job, Unversioned);

            ((object)((dynamic)job).PhotoshopOptions).Should().BeEquivalentTo(new PhotoshopOptions
            {
                Process = "MaintainLayers",
                LayerOptions = new PhotoshopLayerOptions { LayerNaming = "LayerName", Anchor = "Center" },
            });
        }
    }

    [Fact]
    public void Translate_PrefersTheLaterFields_WhenBothAreGiven()
    {
        var job = new UploadUrlsJob
        {
            PhotoshopOptions = new PhotoshopOptions
            {
                MaintainLayers = true, LayerNaming = "LayerName", Process = "None",
                LayerOptions = new PhotoshopLayerOptions { LayerNaming = "AppendName" },
            },
        };

        EarlierOptions.Translate(job, Dialect.For(ContractVersion.Latest));

        job.PhotoshopOptions.Should().BeEquivalentTo(
            new PhotoshopOptions { Process = "None", LayerOptions = new PhotoshopLayerOptions { LayerNaming = "AppendName" } });
    }

    [Fact]
    public void Translate_SpreadsPostScriptToPdfAndIllustrator_WithoutAVersion()
    {
        foreach (var job in BlocksWith(null, PostScript()).Append(new RipPdfsJob { PostScriptOptions = PostScript() }))
        {
            EarlierOptions.Translate(job, Unversioned);

            dynamic block = job;
            ((string)block.PostScriptOptions.Process).Should().Be("Rasterize");
            ((object)block.PdfOptions).Should().BeEquivalentTo(
                new PDFOptions { Process = "Rasterize", Resolution = 200, Colorspace = "Rgb", ExtractSearchWords = true });
            ((object)block.IllustratorOptions).Should().BeEquivalentTo(
                new IllustratorOptions { Process = "Rasterize", Resolution = 200, Colorspace = "Rgb" });
        }
    }

    [Fact]
    public void Translate_KeepsBlocksThatWereGiven_WithoutAVersion()
    {
        var job = new UploadUrlsJob
        {
            PostScriptOptions = PostScript(),
            PdfOptions = new PDFOptions { Process = "Thumbnail" },
            IllustratorOptions = new IllustratorOptions { Process = "None" },
        };

        EarlierOptions.Translate(job, Unversioned);

        job.PdfOptions.Process.Should().Be("Thumbnail");
        job.IllustratorOptions.Process.Should().Be("None");
    }

    [Fact]
    public void Translate_LeavesPostScriptAlone_InTheLaterVersions()
    {
        foreach (var version in ContractVersion.All.Skip(1))
        {
            var job = new UploadUrlsJob { PostScriptOptions = PostScript() };

            EarlierOptions.Translate(job, Dialect.For(version));

            job.PostScriptOptions.Process.Should().BeNull(version.Name);
            job.PdfOptions.Should().BeNull(version.Name);
            job.IllustratorOptions.Should().BeNull(version.Name);
        }
    }

    [Fact]
    public void OptionDefaults_FillTheEarlierFields_FromTheLaterOnes()
    {
        var options = OptionDefaults.Photoshop(new PhotoshopOptions
        {
            Process = "MaintainLayers",
            LayerOptions = new PhotoshopLayerOptions { LayerNaming = "LayerName", Anchor = "Center" },
        });

        options.MaintainLayers.Should().BeTrue();
        options.LayerNaming.Should().Be("LayerName");
        options.Anchor.Should().Be("Center");
        OptionDefaults.Photoshop(null).MaintainLayers.Should().BeFalse();
    }

    private static PostScriptOptions PostScript() => new() { Resolution = 200, Colorspace = "Rgb", ExtractSearchWords = true };

    private static IEnumerable<IContractType> BlocksWith(PhotoshopOptions? photoshop, PostScriptOptions? postScript) =>
    [
        new UploadDirectoryJob { PhotoshopOptions = Copy(photoshop), PostScriptOptions = Copy(postScript) },
        new UploadUrlsJob { PhotoshopOptions = Copy(photoshop), PostScriptOptions = Copy(postScript) },
        new UploadPostJob { PhotoshopOptions = Copy(photoshop), PostScriptOptions = Copy(postScript) },
        new ReprocessAssetsJob { PhotoshopOptions = Copy(photoshop), PostScriptOptions = Copy(postScript) },
    ];

    private static PhotoshopOptions? Copy(PhotoshopOptions? options) => options is null ? null : new()
    {
        MaintainLayers = options.MaintainLayers, LayerNaming = options.LayerNaming, Anchor = options.Anchor,
    };

    private static PostScriptOptions? Copy(PostScriptOptions? options) => options is null ? null : PostScript();
}
