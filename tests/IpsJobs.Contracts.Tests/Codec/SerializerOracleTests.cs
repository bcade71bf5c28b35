using System.Collections.Concurrent;
using System.Xml.Serialization;
using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests.Codec;

/// <summary>The codec and XmlSerializer must mean the same by every document, in both directions.</summary>
public class SerializerOracleTests
{
    private const int DocumentsPerRoot = 64;

    private static readonly ConcurrentDictionary<Type, XmlSerializer> Serializers = new();

    public static TheoryData<string> Roots => new(Messages.All.Select(root => root.Element));

    [Fact]
    public void Roots_GiveTwoThousandDocuments() =>
        (Messages.All.Count * DocumentsPerRoot).Should().BeGreaterThanOrEqualTo(2000);

    [Theory]
    [MemberData(nameof(Roots))]
    public void CodecAndXmlSerializer_Agree_WhenDocumentsAreRandom(string element)
    {
        var root = Messages.Get(element);
        var random = new RandomMessages(seed: 20140403 + element.Length, withForeignVersions: false);
        var differences = Enumerable.Range(0, DocumentsPerRoot)
            .Select(_ => FindDifference(root, random.Next(root.Type)))
            .Where(difference => difference is not null);
        differences.Should().BeEmpty();
    }

    private static string? FindDifference(ContractRoot root, IContractType message)
    {
        var serializer = Serializers.GetOrAdd(root.Type, type => new XmlSerializer(type));
        using var ours = Documents.Reader(Documents.Write(root.Element, message));
        var readByOracle = serializer.Deserialize(ours);
        var theirs = Documents.Text(writer => serializer.Serialize(writer, message));
        var readByCodec = Documents.Read(theirs, root.Read);
        return DeepCompare.FindDifference(message, readByOracle) ?? DeepCompare.FindDifference(message, readByCodec);
    }
}
