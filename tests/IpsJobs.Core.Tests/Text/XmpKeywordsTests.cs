using IpsJobs.Core.Text;

namespace IpsJobs.Core.Tests.Text;

public sealed class XmpKeywordsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" , ,", "")]
    [InlineData("red", "red")]
    [InlineData("red, blue ,green", "red;blue;green")]
    [InlineData("red,Red,red", "red;Red")]
    [InlineData("1\\,5 mm,b", "1,5 mm;b")]
    [InlineData("a\\\\,b", "a\\;b")]
    [InlineData("a\\\\\\,b", "a\\,b")]
    [InlineData("c:\\temp,b", "c:\\temp;b")]
    [InlineData("end\\", "end\\")]
    public void Parse_SplitsAtCommas_UnlessTheyAreEscaped(string? list, string keywords) =>
        XmpKeywords.Parse(list).Should().Equal(keywords.Split(';', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void Format_IsReadBackAsItWas_WhateverTheKeywordsHold(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var keywords = Enumerable.Range(0, random.Next(6)).Select(i => $"k{i}{Noise(random)}k").ToList();
            XmpKeywords.Parse(XmpKeywords.Format(keywords)).Should().Equal(keywords);
        }
    }

    private static string Noise(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => ",\\ aé"[random.Next(5)]));
}
