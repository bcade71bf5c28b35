using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IpsJobs.Contracts.Tests.Generator;

/// <summary>A file for the generator that is held in memory.</summary>
internal sealed class TextFile(string path, string text) : AdditionalText
{
    public override string Path => "/contract/" + path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
}
