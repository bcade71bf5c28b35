using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Soap.Tests.Fakes;

namespace IpsJobs.Soap.Tests.Operations.Assets;

/// <summary>Assets with everything that a reply can show.</summary>
internal static class SampleAssets
{
    public const long ImageId = 885289;
    public const long PdfId = 885290;
    public const long ForeignId = 900;

    /// <summary>What the image looks like in the newest version, without its root.</summary>
    public const string ImageXml = """
        <assetHandle>a|885289</assetHandle><type>Image</type><name>shoe</name><fileName>shoe.jpg</fileName>
        <folder>SampleCompany/a/b/</folder><folderHandle>f|SampleCompany/a/b/</folderHandle><readyForPublish>true</readyForPublish>
        <trashState>NotInTrash</trashState><created>2014-03-05T12:00:00.000-08:00</created><createUser>user@example.com</createUser>
        <lastModified>2014-03-05T13:00:00.000-08:00</lastModified><lastModifyUser>one@example.com</lastModifyUser>
        <metadataArray>
          <items><name>dc.rights</name><value>Ours</value></items>
          <items><name>sku</name><value>12-34</value></items>
          <items><name>dc.subject</name><value>red,a\,b</value><valueArray><items>red</items><items>a,b</items></valueArray></items>
        </metadataArray>
        <imageInfo><originalPath>SampleCompany/a/b/</originalPath><originalFile>shoe.jpg</originalFile>
          <optimizedPath>SampleCompany/_optimized_/abc/</optimizedPath><optimizedFile>0001.tif</optimizedFile>
          <maskPath>SampleCompany/_masks_/def/</maskPath><maskFile>0002.tif</maskFile>
          <width>640</width><height>480</height><fileSize>1234</fileSize><resolution>72.5</resolution><sku>12-34</sku>
          <anchorX>320</anchorX><anchorY>240</anchorY><urlModifier>sharp=1</urlModifier>
          <zoomTargets><items><name>heel</name><xPosition>1</xPosition><yPosition>2</yPosition><width>30</width><height>40</height>
            <userData>u</userData><position>1</position><lastModified>2014-03-05T13:00:00.000-08:00</lastModified></items></zoomTargets>
          <masks><items><name>shoe</name><maskPath>SampleCompany/_masks_/def/</maskPath><maskFile>0002.tif</maskFile>
            <lastModified>2014-03-05T13:00:00.000-08:00</lastModified></items></masks>
          <imageMaps><items><name>sole</name><region>1,2,3,4</region><action>http://example.com/</action><shapeType>rect</shapeType>
            <position>1</position><enabled>true</enabled><lastModified>2014-03-05T13:00:00.000-08:00</lastModified></items></imageMaps>
        </imageInfo>
        """;

    public const string PdfXml = """
        <assetHandle>a|885290</assetHandle><type>Pdf</type><name>shoe</name><fileName>shoe.pdf</fileName>
        <folder>SampleCompany/</folder><folderHandle>f|SampleCompany/</folderHandle><readyForPublish>true</readyForPublish>
        <trashState>NotInTrash</trashState><created>2014-03-05T12:00:00.000-08:00</created><lastModified>2014-03-05T12:00:00.000-08:00</lastModified>
        <pdfInfo><originalPath>SampleCompany/</originalPath><originalFile>shoe.pdf</originalFile><fileSize>77</fileSize></pdfInfo>
        """;

    public static IReadOnlyList<StoredAsset> All => [Image(), Pdf(), Foreign()];

    public static StoredAsset Image()
    {
        var plain = Samples.Asset(ImageId);
        return plain with
        {
            Name = "shoe",
            CreatedBy = 70,
            ModifiedBy = 71,
            ModifiedUtc = Samples.Noon.AddHours(1),
            Content = plain.Content with
            {
                Folder = "SampleCompany/a/b/",
                FileName = "shoe.jpg",
                FileSize = 1234,
                Optimized = new OptimizedImage("abc/0001.tif", 640, 480, 72.5, 999),
                Keywords = ["red", "a,b"],
                Metadata = new Dictionary<string, string> { ["sku"] = "12-34", ["dc:rights"] = "Ours", ["dc:subject"] = "red" },
                Details = AssetDetails.None with
                {
                    Mask = new DerivedFile("def/0002.tif", 10),
                    UrlModifier = "sharp=1",
                    Maps = [new AssetMap("sole", "rect", "1,2,3,4", "http://example.com/")],
                    ZoomAreas = [new ZoomArea("heel", 1, 2, 30, 40, "u")],
                },
            },
        };
    }

    public static StoredAsset Pdf()
    {
        var plain = Samples.Asset(PdfId);
        return plain with
        {
            Name = "shoe",
            NameSpace = NameSpace.Static,
            Content = plain.Content with { Type = AssetTypes.Pdf, FileName = "shoe.pdf", FileSize = 77 },
        };
    }

    public static StoredAsset Foreign() => Samples.Asset(ForeignId) with { CompanyId = Samples.ForeignCompanyId, Name = "shoe" };
}
