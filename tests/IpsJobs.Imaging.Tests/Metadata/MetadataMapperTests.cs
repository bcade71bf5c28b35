using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Metadata;
using IpsJobs.Imaging.Tools;
using IpsJobs.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Tests.Metadata;

/// <summary>Style sheets of companies, good and evil, on pictures with metadata in them.</summary>
public sealed class MetadataMapperTests : IDisposable
{
    private const string Names =
        "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:x='adobe:ns:meta/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'";

    private const string Headline = "<photoshop:Headline><xsl:value-of select='//dc:title//rdf:li'/></photoshop:Headline>"
        + "<dc:subject><rdf:Bag><xsl:for-each select='//dc:subject//rdf:li'><rdf:li>our <xsl:value-of select='.'/></rdf:li></xsl:for-each></rdf:Bag></dc:subject>";

    private static readonly byte[] Xmp = MetadataBytes.Xmp(
        "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Red</rdf:li></rdf:Alt></dc:title><dc:subject><rdf:Bag><rdf:li>shoe</rdf:li></rdf:Bag></dc:subject>");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ips-mapping-");
    private readonly ImageSlots slots = new(Options.Create(new ImagingOptions()));

    public void Dispose()
    {
        slots.Dispose();
        folder.Delete(recursive: true);
    }

    [ToolFact("xsltproc")]
    public async Task Read_GivesWhatTheStyleSheetMakesOfXmp()
    {
        var found = await ReadAsync(MetadataBytes.Picture(".jpg", Xmp), Mapping(Headline));

        found.Fields.Should().Equal(new Dictionary<string, string> { ["photoshop:Headline"] = "Red" });
        found.Keywords.Should().Equal("our shoe");
        found.Remarks.Should().BeEmpty();
        folder.GetDirectories().Should().BeEmpty("nothing is left of the run");
    }

    [ToolFact("xsltproc")]
    public async Task Read_GivesEachFormToItsOwnStyleSheet()
    {
        var picture = MetadataBytes.Picture(".jpg", Xmp, MetadataBytes.Photoshop(1028, MetadataBytes.Iptc((5, "Blue"), (25, "boot"))));
        var mappings = new MetadataMappings(null, Write(Sheet(Headline)));

        var found = await ReadAsync(picture, mappings);

        found.Fields.Should().Equal(new Dictionary<string, string> { ["dc:title"] = "Red", ["photoshop:Headline"] = "Blue" });
        found.Keywords.Should().Equal("shoe", "our boot");
    }

    [ToolFact("xsltproc")]
    public async Task Read_LeavesNothing_WhenTheStyleSheetDoes()
    {
        var found = await ReadAsync(MetadataBytes.Picture(".jpg", Xmp), Mapping(""));

        (found.Fields.Count, found.Keywords.Count, found.Remarks.Count).Should().Be((0, 0, 0));
    }

    [Theory]
    [InlineData("<xsl:value-of select=\"document('SECRET')\"/>", "document()")]
    [InlineData("<xsl:value-of select=\"document ('http://127.0.0.1:9/x')\"/>", "document()")]
    [InlineData("<dc:title a=\"{&#100;ocument('SECRET')}\"/>", "document()")]
    [InlineData("<xsl:value-of xmlns:dyn='http://exslt.org/dynamic' select=\"dyn:evaluate(concat('docu','ment(1)'))\"/>", "http://exslt.org/dynamic")]
    [InlineData("<xsl:value-of xmlns:s='http://icl.com/saxon' select=\"s:evaluate(concat('docu','ment(1)'))\"/>", "http://icl.com/saxon")]
    [InlineData("<exsl:document xmlns:exsl='http://exslt.org/common' href='SECRET'>x</exsl:document>", "document")]
    [InlineData("<xsl:not-closed>", "XML")]
    public async Task Read_RefusesTheStyleSheet_WhenItReachesOutOfItsInput(string body, string cause)
    {
        var secret = Write("<secret>4711</secret>");

        var found = await ReadAsync(MetadataBytes.Picture(".jpg", Xmp), Mapping(body.Replace("SECRET", secret, StringComparison.Ordinal)));

        ShouldBeUnmapped(found, "Log.Metadata.MappingRefused");
        found.Remarks.Single().Arguments[1].Should().Be(cause);
        File.ReadAllText(secret).Should().Be("<secret>4711</secret>");
    }

    [Theory]
    [InlineData("<xsl:include href='SECRET'/>")]
    [InlineData("<xsl:import href='SECRET'/>")]
    public async Task Read_RefusesTheStyleSheet_WhenItIsMadeOfSeveral(string child)
    {
        var sheet = Sheet("").Replace("<xsl:template", child.Replace("SECRET", Write("<a/>"), StringComparison.Ordinal) + "<xsl:template", StringComparison.Ordinal);

        ShouldBeUnmapped(await ReadAsync(MetadataBytes.Picture(".jpg", Xmp), new MetadataMappings(Write(sheet), null)), "Log.Metadata.MappingRefused");
    }

    [Fact]
    public async Task Read_RefusesTheStyleSheet_WhenItHasADocumentType()
    {
        var sheet = $"<!DOCTYPE a [<!ENTITY e SYSTEM '{Write("4711")}'>]>" + Sheet("<dc:title>&e;</dc:title>");

        ShouldBeUnmapped(await ReadAsync(MetadataBytes.Picture(".jpg", Xmp), new MetadataMappings(Write(sheet), null)), "Log.Metadata.MappingRefused");
    }

    [ToolTheory("xsltproc")]
    [InlineData("<xsl:call-template name='again'/>")]
    [InlineData("<xsl:call-template name='more'><xsl:with-param name='t' select=\"'0123456789'\"/></xsl:call-template>")]
    [InlineData("<xsl:call-template name='wide'><xsl:with-param name='n' select='30'/></xsl:call-template>")]
    [InlineData("<xsl:message terminate='yes'>no</xsl:message>")]
    [InlineData("<xsl:value-of select='nothing-like-this()'/>")]
    [InlineData("</rdf:Description></rdf:RDF></x:xmpmeta><xsl:text>and then</xsl:text><x:xmpmeta><rdf:RDF><rdf:Description>")]
    public async Task Read_EndsTheStyleSheet_WhenItFailsOrHasNoEnd(string body) =>
        ShouldBeUnmapped(await ReadAsync(MetadataBytes.Picture(".jpg", Xmp), Mapping(body)), "Log.Metadata.MappingFailed");

    [Fact]
    public async Task Read_NamesTheProgram_WhenItIsMissing()
    {
        var found = await ReadAsync(MetadataBytes.Picture(".jpg", Xmp), Mapping(Headline), "no-such-xsltproc");

        ShouldBeUnmapped(found, "Log.Metadata.MappingToolMissing");
        found.Remarks.Single().Arguments.Should().Equal("no-such-xsltproc");
    }

    private static void ShouldBeUnmapped(EmbeddedMetadata found, string reason)
    {
        found.Remarks.Select(r => r.Key).Should().Equal(reason);
        found.Fields.Should().Equal(new Dictionary<string, string> { ["dc:title"] = "Red" });
        found.Keywords.Should().Equal("shoe");
    }

    private static string Sheet(string body) =>
        $"""
        <xsl:stylesheet version='1.0' {Names}><xsl:template match='/'>
        <x:xmpmeta><rdf:RDF><rdf:Description rdf:about=''>{body}</rdf:Description></rdf:RDF></x:xmpmeta></xsl:template>
        <xsl:template name='again'><xsl:call-template name='again'/></xsl:template>
        <xsl:template name='more'><xsl:param name='t'/><dc:title><xsl:value-of select='$t'/></dc:title>
        <xsl:call-template name='more'><xsl:with-param name='t' select='concat($t, $t)'/></xsl:call-template></xsl:template>
        <xsl:template name='wide'><xsl:param name='n'/><dc:title>0123456789</dc:title><xsl:if test='$n &gt; 0'>
        <xsl:call-template name='wide'><xsl:with-param name='n' select='$n - 1'/></xsl:call-template>
        <xsl:call-template name='wide'><xsl:with-param name='n' select='$n - 1'/></xsl:call-template></xsl:if></xsl:template>
        </xsl:stylesheet>
        """;

    private MetadataMappings Mapping(string body) => new(Write(Sheet(body)), null);

    private string Write(string text)
    {
        var path = Path.Combine(folder.FullName, Guid.NewGuid() + ".xsl");
        File.WriteAllText(path, text, Encoding.UTF8);
        return path;
    }

    private async Task<EmbeddedMetadata> ReadAsync(byte[] picture, MetadataMappings mappings, string program = "xsltproc")
    {
        var options = Options.Create(new ToolOptions { MaxMemory = 512L * 1024 * 1024 });
        var clock = new ServerClock(TimeProvider.System, TimeZoneInfo.Utc);
        var tools = new ToolRunner(new Confinement(NullLogger<Confinement>.Instance), options, clock);
        var reader = new EmbeddedMetadataReader(slots, tools, new MetadataMapper(tools, program), options);
        var path = Path.Combine(folder.FullName, "a.jpg");
        await File.WriteAllBytesAsync(path, picture);
        return await reader.ReadAsync(path, AssetTypes.Image, mappings, folder.FullName, CancellationToken.None);
    }
}
