using IpsJobs.Core.Assets;

namespace IpsJobs.Core.Tests.Assets;

public sealed class SetDefinitionTests
{
    [Theory]
    [InlineData("plain; text", "plain; text")]
    [InlineData("${getFilePath([a|1036|19|144])};2", "getFilePath(a|1036|19|144);2")]
    [InlineData("1,${ getCatalogId( [ a|452|1|433 ] ) };", "1,getCatalogId(a|452|1|433);")]
    [InlineData("${getMetadata([a|1], [m|1|ASSET|A b])}", "getMetadata(a|1 m|1|ASSET|A b)")]
    [InlineData("${a([a|1])}${b([a|2])}", "a(a|1)b(a|2)")]
    [InlineData("${unknown([a|1])} ${no call} ${open", "${unknown([a|1])} ${no call} ${open")]
    [InlineData("", "")]
    public void Resolve_ReplacesFunctionsAndNothingElse(string definition, string resolved) => SetDefinition
        .Resolve(definition, f => f.Name == "unknown" ? null : $"{f.Name}({string.Join(' ', f.Handles)})")
        .Should().Be(resolved);

    [Fact]
    public void HandlesIn_NamesAssetsOnceAndNoFields() => SetDefinition
        .HandlesIn("${getCatalogId([a|1])};[a|9];${getMetaData([a|2|1|2],[m|1|ASSET|Field])}${getFilePath([a|1])}")
        .Should().Equal("a|1", "a|2|1|2");
}
