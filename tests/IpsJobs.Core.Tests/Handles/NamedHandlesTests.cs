using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Tests.Handles;

public sealed class NamedHandlesTests
{
    [Theory]
    [InlineData("70|user@host", 70)]
    [InlineData("u|41|user@host", 41)]
    public void User_IsRead_InEveryDialect(string text, int id)
    {
        UserHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.Should().Be(new UserHandle(id, "user@host"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("41")]
    [InlineData("u|41")]
    [InlineData("u|41|")]
    [InlineData("u|41|user@host|x")]
    [InlineData("c|41|user@host")]
    [InlineData("u|user@host|41")]
    [InlineData("u|2147483648|user@host")]
    [InlineData("u|41|user\u0007@host")]
    public void User_IsRefused_WhenTheFormIsAnother(string? text) =>
        UserHandle.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void User_EqualsItself_WhenOnlyTheCaseOfTheMailDiffers()
    {
        var handle = new UserHandle(41, "User@Host");

        handle.Should().Be(new UserHandle(41, "user@host"));
        handle.GetHashCode().Should().Be(new UserHandle(41, "user@host").GetHashCode());
        handle.Should().NotBe(new UserHandle(42, "User@Host"));
        handle.Should().NotBe(new UserHandle(41, "other@host"));
        default(UserHandle).Should().Be(default(UserHandle));
    }

    [Fact]
    public void User_IsWritten_InTheFormOfTheReply()
    {
        var handle = new UserHandle(70, "user@host");

        handle.ToString(HandleForm.D0).Should().Be("70|user@host");
        handle.ToString(HandleForm.D1).Should().Be("u|70|user@host");
        handle.ToString().Should().Be("u|70|user@host");
    }

    [Theory]
    [InlineData("47|My Project 1", 47, "My Project 1")]
    [InlineData("p|6|ApiTestProject", 6, "ApiTestProject")]
    public void Project_IsRead_InEveryDialect(string text, int companyId, string name)
    {
        ProjectHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.Should().Be(new ProjectHandle(companyId, name));
        handle.ToString(HandleForm.D0).Should().Be($"{companyId}|{name}");
        handle.ToString(HandleForm.D2).Should().Be($"p|{companyId}|{name}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("p|6")]
    [InlineData("p|6|")]
    [InlineData("p|x|name")]
    [InlineData("p|6|a|b")]
    public void Project_IsRefused_WhenTheFormIsAnother(string? text) =>
        ProjectHandle.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("MyCompany/PDF/", "MyCompany/PDF/")]
    [InlineData("ApiTestCo/", "ApiTestCo/")]
    [InlineData("f|Company/Sets/", "Company/Sets/")]
    [InlineData("f|Company/a/b/", "Company/a/b/")]
    [InlineData("f|Company/a b", "Company/a b/")]
    [InlineData("f|Company\\a\\", "Company/a/")]
    [InlineData("f", "f/")]
    public void Folder_IsRead_InEveryDialect(string text, string path)
    {
        FolderHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.Path.Should().Be(path);
        handle.ToString(HandleForm.D0).Should().Be(path);
        handle.ToString(HandleForm.D1).Should().Be("f|" + path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("f|")]
    [InlineData("f|a|b/")]
    [InlineData("a/\u0000/")]
    public void Folder_IsRefused_WhenTheFormIsAnother(string? text) =>
        FolderHandle.TryParse(text, out _).Should().BeFalse();
}
