using System.Text;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.Tests.Publishing.Catalogs;

public sealed class CatalogFileTests : IDisposable
{
    private static readonly string[] Columns = ["Id", "UserData"];
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Größe 日本", "Größe 日本")]
    [InlineData("a%20b", "a%20b")]
    [InlineData("in\"side", "in\"side")]
    [InlineData("tab\there", "\"tab\there\"")]
    [InlineData("line\r\nbreak", "\"line\r\nbreak\"")]
    [InlineData("both \"\t", "\"both \"\"\t\"")]
    [InlineData("\"leading", "\"\"\"leading\"")]
    [InlineData("", "")]
    public async Task Write_QuotesOnlyWhatWouldBreakARecord_WhenTextIsWritten(string text, string field)
    {
        var path = await WriteAsync(["key", text]);

        var bytes = await File.ReadAllBytesAsync(path);
        bytes.Should().Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"Id\tUserData\nkey\t{field}\n")]);
    }

    [Fact]
    public async Task Read_GivesBackWhatWasWritten_WhenTextsAreRandom()
    {
        var random = new Random(4711);
        const string Alphabet = "ab \t\r\n\"\"é日,;";
        var records = Enumerable.Range(0, 5_000)
            .Select(i => new[] { $"id{i}", new string(random.GetItems<char>(Alphabet, random.Next(12))) })
            .ToArray();

        var path = await WriteAsync(records);

        CatalogReader.HasColumns(path, Columns).Should().BeTrue();
        var read = CatalogReader.Read(path, Columns).ToList();
        read.Should().HaveCount(records.Length);
        for (var i = 0; i < records.Length; i++)
            read[i].Should().Equal(records[i]);
    }

    [Theory]
    [InlineData("Id\nkey\n")]
    [InlineData("Id\tUserData\nonly one field\n")]
    [InlineData("Id\tUserData\nkey\t\"never closed\n")]
    [InlineData("")]
    public void Read_Throws_WhenFileIsNotOfTheseColumns(string text)
    {
        var path = directory.Write("a.cat", text);

        var read = () => CatalogReader.Read(path, Columns).ToList();

        read.Should().Throw<CatalogFormatException>().Which.CatalogPath.Should().Be(path);
    }

    [Fact]
    public void Read_AcceptsForeignLineEnds_WhenAnotherToolWroteTheFile()
    {
        var path = directory.Write("a.cat", "Id\tUserData\r\nkey\tvalue\r\nlast\t\"x\ty\"");

        CatalogReader.Read(path, Columns).Should().BeEquivalentTo([["key", "value"], new[] { "last", "x\ty" }]);
    }

    private async Task<string> WriteAsync(params string[][] records)
    {
        var path = directory.PathOf("a.cat");
        await using var stream = File.Create(path);
        await using var writer = await CatalogWriter.StartAsync(stream, Columns);
        foreach (var record in records)
            await writer.WriteAsync(record);
        return path;
    }
}
