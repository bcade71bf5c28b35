namespace IpsJobs.Contracts.Tests.Codec;

public class XmlTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("+7", 7)]
    [InlineData("-007", -7)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    public void TryParseInt_TakesEveryLegalForm(string text, int expected)
    {
        XmlText.TryParseInt(text, out var value).Should().BeTrue();
        value.Should().Be(expected);
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData("0x1")]
    [InlineData("-")]
    [InlineData("- 1")]
    [InlineData("1 2")]
    [InlineData("(1)")]
    [InlineData("٣")]
    [InlineData("\u22121")]
    public void TryParseInt_Refuses_WhenTextIsNoInt(string text) => XmlText.TryParseInt(text, out _).Should().BeFalse();

    [Fact]
    public void TryParseLong_TakesExtremes()
    {
        XmlText.TryParseLong("-9223372036854775808", out var value).Should().BeTrue();
        value.Should().Be(long.MinValue);
        XmlText.TryParseLong("9223372036854775808", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("72", 72)]
    [InlineData("72.0", 72)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("+1.5E-3", 0.0015)]
    [InlineData("-1e2", -100)]
    [InlineData("1e999", double.PositiveInfinity)]
    [InlineData("INF", double.PositiveInfinity)]
    [InlineData("-INF", double.NegativeInfinity)]
    [InlineData("NaN", double.NaN)]
    public void TryParseDouble_TakesEveryLegalForm(string text, double expected)
    {
        XmlText.TryParseDouble(text, out var value).Should().BeTrue();
        value.Should().Be(expected);
    }

    [Theory]
    [InlineData("inf")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("nan")]
    [InlineData("1,5")]
    [InlineData("1e")]
    [InlineData(".")]
    [InlineData("0x1p3")]
    public void TryParseDouble_Refuses_WhenTextIsNoDouble(string text) => XmlText.TryParseDouble(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void TryParseBoolean_TakesEveryLegalForm(string text, bool expected)
    {
        XmlText.TryParseBoolean(text, out var value).Should().BeTrue();
        value.Should().Be(expected);
    }

    [Theory]
    [InlineData("True")]
    [InlineData("yes")]
    [InlineData("01")]
    public void TryParseBoolean_Refuses_WhenTextIsNoBoolean(string text) => XmlText.TryParseBoolean(text, out _).Should().BeFalse();

    [Fact]
    public void Trim_TakesOffNothingButBlanksOfXml() => XmlText.Trim(" \t\r\n\u00A0x ").ToString().Should().Be("\u00A0x");
}
