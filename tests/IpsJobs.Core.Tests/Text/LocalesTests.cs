using IpsJobs.Core.Text;

namespace IpsJobs.Core.Tests.Text;

public sealed class LocalesTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-US", "en-US")]
    [InlineData("pt_BR", "pt-BR")]
    [InlineData(" de-AT\n", "de-AT")]
    [InlineData("xx-YY", "xx-YY")]
    public void TryNormalize_WritesAHyphen_WhenTheLocaleIsWellFormed(string value, string locale)
    {
        Locales.TryNormalize(value, out var read).Should().BeTrue();
        read.Should().Be(locale);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("eng")]
    [InlineData("EN")]
    [InlineData("en-us")]
    [InlineData("en-USA")]
    [InlineData("en-")]
    [InlineData("en--US")]
    [InlineData("en-US-x")]
    [InlineData("en US")]
    [InlineData("éé")]
    public void TryNormalize_IsFalse_WhenTheLocaleIsMalformed(string? value)
    {
        Locales.TryNormalize(value, out var locale).Should().BeFalse();
        locale.Should().BeEmpty();
    }

    [Theory]
    [InlineData("de-AT", "en", "de-AT de en")]
    [InlineData("de", "en-US", "de en-US en")]
    [InlineData("en-GB", "en-US", "en-GB en en-US")]
    [InlineData("en", "en", "en")]
    [InlineData("", "en", "en")]
    [InlineData("fr-CA,,de", "en", "fr-CA fr de en")]
    public void FallbackChain_GoesFromCountryToLanguageToDefault_WithoutRepetition(string preferred, string fallback, string chain) =>
        Locales.FallbackChain(preferred.Split(','), fallback).Should().Equal(chain.Split(' '));

    [Fact]
    public void FallbackChain_IsTheDefault_WhenNothingIsPreferred() =>
        Locales.FallbackChain([null], "en").Should().Equal("en");

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("de", "de")]
    [InlineData("de-at, en;q=0.5", "de-AT en")]
    [InlineData("en;q=0.5,de;q=0.8,fr", "fr de en")]
    [InlineData("fr;q=0.8,de;q=0.8,it;q=0.8", "fr de it")]
    [InlineData("en-US,en;q=0.9,*;q=0.1", "en-US en")]
    [InlineData("de;q=0, en", "en")]
    [InlineData("de;q=x, en;q=2, fr ; Q = 0.123", "fr")]
    [InlineData("zh-Hant-TW,zh-hans;q=0.5", "zh-TW zh")]
    [InlineData("de-DE-1996", "de-DE")]
    [InlineData("fil, x-klingon, ,,;q=1, en", "en")]
    [InlineData("en, EN;q=0.3", "en")]
    public void ParseAcceptLanguage_SortsByQuality_AndLeavesOutWhatItCannotRead(string? header, string locales) =>
        Locales.ParseAcceptLanguage(header).Should().Equal(locales.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
