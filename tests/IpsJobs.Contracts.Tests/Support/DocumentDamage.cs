using System.Xml.Linq;

namespace IpsJobs.Contracts.Tests.Support;

/// <summary>Damages documents of the contract at random while they stay well-formed.</summary>
internal sealed class DocumentDamage(int seed)
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly string[] Texts =
        ["", " ", "x", "true", "1", "-1", "99999999999999999999", "NaN", "INF", "1e999", "2099-13-01T00:00:00", "24:00", "\u0085", "<&>", "c|47"];

    private static readonly string[] Namespaces =
        ["", "urn:else", ContractVersion.BaseNamespace, ContractVersion.BaseNamespace + "/2009-07-31", ContractVersion.BaseNamespace + "/2099-01-01"];

    private readonly Random _random = new(seed);

    public void Change(XElement root)
    {
        var elements = root.DescendantsAndSelf().ToArray();
        var element = elements[_random.Next(elements.Length)];
        var other = elements[_random.Next(elements.Length)];
        switch (_random.Next(9))
        {
            case 0 when element.Parent is not null:
                element.Remove();
                break;
            case 1 when element.Parent is not null:
                element.AddAfterSelf(new XElement(element));
                break;
            case 2:
                element.Name = element.Name.Namespace + other.Name.LocalName;
                break;
            case 3:
                element.Name = XName.Get(element.Name.LocalName, Pick(Namespaces));
                break;
            case 4:
                element.SetAttributeValue(Instance + "nil", Pick(["true", "1", " true ", "false", "maybe"]));
                break;
            case 5 when !element.HasElements:
                element.Value = Pick(Texts);
                break;
            case 6:
                element.AddFirst(Pick<XNode>([new XComment("x"), new XProcessingInstruction("x", "y"), new XText(Pick(Texts)), new XCData(Pick(Texts))]));
                break;
            case 7:
                element.Add(Nested(_random.Next(1, 200)));
                break;
            default:
                element.Add(new XElement(other));
                break;
        }
    }

    private static XElement Nested(int depth)
    {
        var inner = new XElement("a");
        for (; depth > 0; depth--)
            inner = new XElement("a", inner);
        return inner;
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
