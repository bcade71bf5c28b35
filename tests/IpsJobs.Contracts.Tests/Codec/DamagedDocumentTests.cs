using System.Diagnostics;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests.Codec;

/// <summary>Whatever a document looks like, the reader understands it or refuses it with the one exception for that.</summary>
/// <remarks>IPSJOBS_FUZZ_SECONDS makes it go on for longer than a test run has time.</remarks>
public class DamagedDocumentTests
{
    private const int UsualDocuments = 4000;
    private const int MaxChanges = 4;

    [Fact]
    public void Read_UnderstandsOrRefuses_WhenDocumentsAreDamaged()
    {
        var clock = Stopwatch.StartNew();
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("IPSJOBS_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var wish) ? wish : 0;
        var (understood, refused) = (0, 0);
        for (var seed = 0; seed < UsualDocuments || clock.Elapsed < TimeSpan.FromSeconds(seconds); seed++)
        {
            if (IsUnderstood(seed))
                understood++;
            else
                refused++;
        }

        understood.Should().BeGreaterThan(UsualDocuments / 20, "otherwise everything was refused for one reason");
        refused.Should().BeGreaterThan(UsualDocuments / 20, "otherwise nothing was damaged");
    }

    private static bool IsUnderstood(int seed)
    {
        var root = Messages.All[seed % Messages.All.Count];
        var text = Damaged(root, seed);
        var lenient = TryWrite(root, text, strict: false);
        var strict = TryWrite(root, text, strict: true);
        var note = string.Create(CultureInfo.InvariantCulture, $"seed {seed} gives {text}");
        if (strict is not null)
            strict.Should().Be(lenient, "a strict reader only refuses more, " + note);
        if (lenient is not null)
            TryWrite(root, lenient, strict: true).Should().Be(lenient, "what was understood is understood again, " + note);
        return lenient is not null;
    }

    private static string Damaged(ContractRoot root, int seed)
    {
        var message = new RandomMessages(seed, withForeignVersions: true).Next(root.Type);
        var document = XElement.Parse(Documents.Write(root.Element, message), LoadOptions.PreserveWhitespace);
        // Names may move to other namespaces, so the declarations must not be fixed.
        document.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        var damage = new DocumentDamage(seed);
        for (var changes = (seed % MaxChanges) + 1; changes > 0; changes--)
            damage.Change(document);
        return Documents.Text(document.WriteTo);
    }

    private static string? TryWrite(ContractRoot root, string text, bool strict)
    {
        try
        {
            return Documents.Write(root.Element, Documents.Read(text, root.Read, strict: strict));
        }
        catch (Exception refusal) when (refusal is ContractFormatException or XmlException)
        {
            return null;
        }
    }
}
