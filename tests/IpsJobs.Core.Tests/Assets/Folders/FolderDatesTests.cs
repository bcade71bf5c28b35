using IpsJobs.Core.Assets.Folders;

namespace IpsJobs.Core.Tests.Assets.Folders;

public sealed class FolderDatesTests
{
    private static readonly DateTimeOffset Day = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ChildrenOf_GivesTheNewestChangeInAFolderOrBelow()
    {
        StoredFolder[] folders =
        [
            new("C/", Day),
            new("C/a.b/", Day.AddDays(9)),
            new("C/a/", Day.AddDays(1), Day.AddDays(2)),
            new("C/a/b/", Day.AddDays(3)),
            new("C/a/b/c/", Day.AddDays(1), Day.AddDays(5)),
            new("C/d/", Day.AddDays(4)),
        ];

        FolderDates.ChildrenOf(folders).Should().Equal(
            Day.AddDays(9), null, Day.AddDays(5), Day.AddDays(5), Day.AddDays(5), null);
    }

    [Fact]
    public void ChildrenOf_LeavesOpen_WhatIsNotKnown() =>
        FolderDates.ChildrenOf([new StoredFolder("C/"), new StoredFolder("C/a/")])
            .Should().HaveCount(2).And.AllSatisfy(date => date.Should().BeNull());
}
