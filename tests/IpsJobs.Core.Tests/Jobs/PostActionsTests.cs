using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Tests.Jobs;

public sealed class PostActionsTests
{
    [Fact]
    public void Of_ReadsAllFields_WhenTheBlockIsAnUpload()
    {
        var publish = new ImageServingPublishJob();

        var post = PostActions.Of(new UploadUrlsJob
        {
            EmailSetting = EmailSettings.All, PostHttpUrl = "http://example.com/", PostJobOnlyIfFiles = true, PostImageServingPublishJob = publish,
        });

        post.Should().Be(new PostActions(EmailSettings.All, "http://example.com/", new JobBlock("imageServingPublishJob", publish), OnlyIfFiles: true));
    }

    [Fact]
    public void Of_NeverMails_WhenTheBlockHasNoEmailSetting() =>
        PostActions.Of(new MetadataPublishJob()).EmailSetting.Should().Be(EmailSettings.None);

    [Theory]
    [InlineData(true, 0, 0, false)]
    [InlineData(true, 1, 0, true)]
    [InlineData(true, 0, 1, true)]
    [InlineData(false, 0, 0, true)]
    public void AllowedBy_LooksAtFiles_WhenTheJobAsksForIt(bool onlyIfFiles, int success, int update, bool allowed) =>
        new PostActions(EmailSettings.None, null, null, onlyIfFiles)
            .AllowedBy(new JobCounters { FileSuccess = success, FileUpdate = update }).Should().Be(allowed);

    [Fact]
    public void Of_KnowsEveryBlock_WhenBlocksHaveAnEmailSetting()
    {
        foreach (var property in typeof(SubmitJobParam).GetProperties().Where(p => p.PropertyType.GetProperty("EmailSetting") is not null))
        {
            var block = (IContractType)Activator.CreateInstance(property.PropertyType)!;
            property.PropertyType.GetProperty("EmailSetting")!.SetValue(block, EmailSettings.Error);

            PostActions.Of(block).EmailSetting.Should().Be(EmailSettings.Error, property.Name);
        }
    }

    [Fact]
    public void Of_ReadsEveryAddressAndFollowOn_WhateverTheBlock()
    {
        foreach (var type in typeof(SubmitJobParam).GetProperties().Select(p => p.PropertyType).Append(typeof(UploadPostJob)))
        {
            foreach (var address in type.GetProperties().Where(p => p.Name is "PostHttpUrl" or "HttpCompletionUrl"))
                PostActions.Of(With(type, address, "http://example.com/")).NotificationUrl.Should().Be("http://example.com/", type.Name);
            foreach (var follow in type.GetProperties().Where(p => p.Name.StartsWith("Post", StringComparison.Ordinal) && p.Name.EndsWith("PublishJob", StringComparison.Ordinal)))
            {
                var publish = Activator.CreateInstance(follow.PropertyType)!;
                PostActions.Of(With(type, follow, publish)).FollowOn!.Block.Should().BeSameAs(publish, $"{type.Name} has {follow.Name}");
            }
        }
    }

    private static IContractType With(Type type, System.Reflection.PropertyInfo property, object value)
    {
        var block = (IContractType)Activator.CreateInstance(type)!;
        property.SetValue(block, value);
        return block;
    }
}
