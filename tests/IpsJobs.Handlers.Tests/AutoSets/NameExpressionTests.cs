using IpsJobs.Handlers.AutoSets;

namespace IpsJobs.Handlers.Tests.AutoSets;

public sealed class NameExpressionTests
{
    [Theory]
    [InlineData(@"(\w+)-\w+-\w+", "0123-RED-01", "0123")]
    [InlineData(@"(?!sw)(\w+?)_\d", "shoe_1", "shoe")]
    [InlineData(@"(?!sw)(\w+?)_\d", "sw_shoe_1", null)]
    [InlineData(@"(\w+)_1", "shoe_12", null)]
    [InlineData("a|(ab)", "ab", "ab")]
    [InlineData("shoe", "SHOE", null)]
    [InlineData(@"\w+", "shoe", "shoe")]
    [InlineData("shoe$", "shoe\n", null)]
    public void FirstGroup_IsOfTheWholeName(string expression, string name, string? group) =>
        Find(expression).FirstGroup(name).Should().Be(group);

    [Theory]
    [InlineData("(")]
    [InlineData("a)|(b")]
    [InlineData("[z-a]")]
    [InlineData("*")]
    public void Find_RefusesWhatIsNoExpression(string expression) =>
        NameExpression.Find(expression, new MatchBudget(TimeProvider.System)).Should().BeNull();

    [Fact]
    public void Find_RefusesExpressionsLongerThanAllowed() =>
        NameExpression.Find(new string('a', NameExpression.MaxLength + 1), new MatchBudget(TimeProvider.System)).Should().BeNull();

    [Fact]
    public void Fits_GivesUp_WhenAnExpressionExplodes()
    {
        var match = () => Find(@"(\w+\w+)+!").Fits(new string('a', 60));

        match.Should().Throw<ExpressionTooSlowException>();
    }

    private static NameExpression Find(string text) => NameExpression.Find(text, new MatchBudget(TimeProvider.System))!;
}
