using System.Runtime.InteropServices;
using System.Text;
using IpsJobs.Core.Faults;
using IpsJobs.Soap.Envelopes;

namespace IpsJobs.Soap.Tests.Envelopes;

public sealed class TagLimitTests
{
    private const int Long = TagLimit.MaxLength + 10;

    private static readonly string Filler = new('x', Long);

    public static TheoryData<string> Harmless { get; } =
    [
        $"<a>{Filler}</a>",
        $"<a><!-- {Filler} <b> --></a>",
        $"<a><![CDATA[{Filler} <b c=']]></a>",
        $"<a b='>'>{Filler}</a>",
        $"<?it is somebody's ?><a>{Filler}</a>",
        $"{Filler}",
        $"<a>{Filler}",
        string.Concat(Enumerable.Repeat("<a b=\"1\" c='2'/>", 10_000)),
    ];

    public static TheoryData<string> Harmful { get; } =
    [
        $"<{Filler}/>",
        $"<a b='{Filler}'/>",
        $"<a b=\"{Filler}\"/>",
        $"<a b='>' c='{Filler}'/>",
        "<a " + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"b{i}='>' ")) + "/>",
        $"<a><!-- --><b {Filler}",
        $"<a><![CDATA[ ]]><b {Filler}>",
        $"<a b='{Filler}",
    ];

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Check_LetsPass_WhatHasNoLongTag(string document)
    {
        var check = () => Check(document);

        check.Should().NotThrow();
    }

    [Theory]
    [MemberData(nameof(Harmful))]
    public void Check_Refuses_LongTags(string document)
    {
        var bytes = () => TagLimit.Check<byte>(Encoding.UTF8.GetBytes(document));
        var characters = () => Check(document);

        bytes.Should().Throw<RuleViolationException>().Which.Code.Should().Be(30003);
        characters.Should().Throw<RuleViolationException>().Which.Code.Should().Be(30003);
    }

    private static void Check(string document) => TagLimit.Check<ushort>(MemoryMarshal.Cast<char, ushort>(document));
}
