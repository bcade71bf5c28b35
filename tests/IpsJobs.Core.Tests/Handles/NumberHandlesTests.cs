using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Tests.Handles;

public sealed class NumberHandlesTests
{
    /// <summary>What no number field of any handle may hold.</summary>
    public static TheoryData<string> BadNumbers =>
    [
        "", " ", "+47", "-47", "4 7", " 47", "47 ", "4.7", "0x2f", "4,7", "٤٧", "47\0", "99999999999999999999", "abc",
    ];

    [Theory]
    [InlineData("47", 47)]
    [InlineData("c|47", 47)]
    [InlineData("  c|47\n", 47)]
    [InlineData("c|0", 0)]
    [InlineData("0047", 47)]
    [InlineData("2147483647", int.MaxValue)]
    public void Company_IsRead_InEveryDialect(string text, int id)
    {
        CompanyHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.Should().Be(new CompanyHandle(id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("c")]
    [InlineData("c|")]
    [InlineData("C|47")]
    [InlineData("x|47")]
    [InlineData("c|47|")]
    [InlineData("c|c|47")]
    [InlineData("|47")]
    [InlineData("2147483648")]
    [InlineData("c|4\t7")]
    [InlineData("c| 47")]
    [InlineData("c|-47")]
    [InlineData("c|+47")]
    public void Company_IsRefused_WhenTheFormIsAnother(string? text) =>
        CompanyHandle.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [MemberData(nameof(BadNumbers))]
    public void EveryHandle_IsRefused_WhenItsNumberIsNone(string number)
    {
        UserHandle.TryParse($"u|{number}|user@host", out _).Should().BeFalse();
        ProjectHandle.TryParse($"p|{number}|name", out _).Should().BeFalse();
        JobHandle.TryParse($"j|{number}|name||", out _).Should().BeFalse();
        AssetHandle.TryParse($"a|{number}|1|535", out _).Should().BeFalse();
        AssetHandle.TryParse($"a|1|{number}|535", out _).Should().BeFalse();
    }

    [Fact]
    public void Company_IsWritten_InTheFormOfTheReply()
    {
        var handle = new CompanyHandle(47);

        handle.ToString(HandleForm.D0).Should().Be("47");
        handle.ToString(HandleForm.D1).Should().Be("c|47");
        handle.ToString(HandleForm.D2).Should().Be("c|47");
        $"{handle}".Should().Be("c|47");
    }

    [Theory]
    [InlineData("pc|3001")]
    [InlineData("3001")]
    public void PublishContext_IsRead_WithAndWithoutItsTag(string text)
    {
        PublishContextHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.ContextId.Should().Be(3001);
        handle.ToString().Should().Be("pc|3001");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("c|3001")]
    [InlineData("pc|47|3001")]
    [InlineData("pc")]
    public void PublishContext_IsRefused_WhenTheFormIsAnother(string? text) =>
        PublishContextHandle.TryParse(text, out _).Should().BeFalse();
}
