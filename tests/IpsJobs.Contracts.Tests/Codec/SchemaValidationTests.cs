using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests.Codec;

/// <summary>What the codec writes is valid by the schema of the version that it writes for.</summary>
public class SchemaValidationTests
{
    private const int DocumentsPerRoot = 12;

    public static TheoryData<string> Versions => new(ContractVersion.All.Select(version => version.Namespace));

    [Theory]
    [MemberData(nameof(Versions))]
    public void Write_IsValid_WhenMessageHasElementsOfAllVersions(string ns)
    {
        var version = ContractVersion.Find(ns)!;
        var schemas = Schemas.Of(version);
        var random = new RandomMessages(seed: 7, withForeignVersions: true);
        var errors = Messages.All.Where(root => root.Since <= version)
            .SelectMany(root => Enumerable.Range(0, DocumentsPerRoot).SelectMany(_ =>
                Validate(schemas, Documents.Write(root.Element, random.Next(root.Type), version))));
        errors.Should().BeEmpty();
    }

    [Fact]
    public void Validation_Fails_WhenElementIsUnknown()
    {
        var errors = Validate(Schemas.Of(ContractVersion.Latest), Documents.Submission("<nobody/>"));
        errors.Should().NotBeEmpty("otherwise the test above could not fail");
    }

    private static List<string> Validate(XmlSchemaSet schemas, string xml)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => errors.Add($"{e.Message} in {xml[..Math.Min(xml.Length, 200)]}");
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read())
        {
        }

        return errors;
    }
}
