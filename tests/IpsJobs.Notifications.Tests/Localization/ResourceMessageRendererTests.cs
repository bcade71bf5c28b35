using System.Resources;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Localization;

namespace IpsJobs.Notifications.Tests.Localization;

/// <summary>Uses resources of this test project, with French, Canadian French and Swedish satellites.</summary>
public sealed class ResourceMessageRendererTests
{
    private static readonly ResourceManager Samples =
        new("IpsJobs.Notifications.Tests.Localization.Sample", typeof(ResourceMessageRendererTests).Assembly);

    [Theory]
    [InlineData("Country", "fr-CA", "pays")]
    [InlineData("Country", "fr_CA", "pays")]
    [InlineData("Country", "fr-BE", "langue")]
    [InlineData("Both", "fr-CA", "les deux : x")]
    [InlineData("Both", "de-DE", "båda: x")]
    [InlineData("Both", null, "båda: x")]
    [InlineData("Both", "en", "both in English: x")]
    [InlineData("Both", "en-GB", "both in English: x")]
    [InlineData("OnlyEnglish", "fr-CA", "only in English")]
    [InlineData("Both", "../../etc", "båda: x")]
    [InlineData("Both", "qq-QQ", "båda: x")]
    public void Render_FallsBack_ByCountryLanguageDefaultAndEnglish(string key, string? locale, string expected)
    {
        var renderer = new ResourceMessageRenderer(Samples, defaultLocale: "sv-SE");

        renderer.Render(new LocalizedMessage(key, "x"), locale).Should().Be(expected);
    }

    [Fact]
    public void Render_ShowsTheKey_WhenItIsUnknown()
    {
        var renderer = new ResourceMessageRenderer(Samples, "en");

        renderer.Render(new LocalizedMessage("Log.NeverWritten", "x"), "fr").Should().Be("Log.NeverWritten");
    }

    [Fact]
    public void Render_UsesEnglish_WhenTheDefaultLocaleIsNoLocale()
    {
        var renderer = new ResourceMessageRenderer(Samples, "no such language");

        renderer.Render(new LocalizedMessage("OnlyEnglish"), "").Should().Be("only in English");
    }

    [Fact]
    public void Render_LeavesThePlace_WhenAnArgumentIsMissing()
    {
        var renderer = new ResourceMessageRenderer(Samples, "en");

        renderer.Render(new LocalizedMessage("Both"), null).Should().Be("both in English: {0}");
    }

    [Fact]
    public void Render_TakesArgumentsAsTheyAre_WhenTheyLookLikePlaces()
    {
        var renderer = new ResourceMessageRenderer(ResourceMessageRenderer.Texts, "en");

        renderer.Render(new LocalizedMessage("Fault.InvalidHandle", "{1}{", "{0:X}"), null)
            .Should().Be("Invalid handle '{1}{' for '{0:X}'");
    }

    [Fact]
    public void Render_StaysRight_WhenCallersNameThousandsOfLocales()
    {
        var renderer = new ResourceMessageRenderer(Samples, "en");
        var names = from a in "abcdefgh" from b in "abcdefgh" from c in "ABCDEFGH" from d in "AB" select $"{a}{b}-{c}{d}";

        names.Select(name => renderer.Render(new LocalizedMessage("OnlyEnglish"), name)).Distinct()
            .Should().Equal("only in English");
    }
}
