using IpsJobs.Handlers.AutoSets;

namespace IpsJobs.Handlers.Tests.AutoSets;

public sealed class SequenceTextTests
{
    [Theory]
    [InlineData(".*_main,.*_alt[0-9]", ".*_main|.*_alt[0-9]")]
    [InlineData("a{1,2},b", "a{1,2}|b")]
    [InlineData("(a,b),[,],c", "(a,b)|[,]|c")]
    [InlineData("[(],b", "[(]|b")]
    [InlineData(@"[\],],b", @"[\],]|b")]
    [InlineData(@"a\,b,c", @"a\,b|c")]
    [InlineData(@"\(,b", @"\(|b")]
    [InlineData("a),b", "a)|b")]
    [InlineData(" a , , b ", "a|b")]
    [InlineData("", "")]
    [InlineData(@"a\", @"a\")]
    public void Split_CutsAtCommasOutsideOfBrackets(string text, string parts) =>
        string.Join('|', SequenceText.Split(text)).Should().Be(parts);
}
