using IpsJobs.Core.Assets;

namespace IpsJobs.Core.Tests.Assets;

public sealed class NameReservationsTests
{
    private readonly NameReservations reservations = new();

    [Fact]
    public void TryReserve_GivesANameOnce_UntilItIsReleased()
    {
        var held = Reserve("a");

        Reserve("a").Should().BeNull();
        Reserve("b").Should().NotBeNull();
        reservations.TryReserve(47, NameSpace.Static, "a").Should().NotBeNull();
        reservations.TryReserve(48, NameSpace.Catalog, "a").Should().NotBeNull();
        held!.Dispose();
        Reserve("a").Should().NotBeNull();
    }

    [Fact]
    public async Task WhenReleased_Ends_WhenTheHolderLetsGo()
    {
        var held = Reserve("a");
        var waiting = reservations.WhenReleasedAsync(47, NameSpace.Catalog, "a");

        waiting.IsCompleted.Should().BeFalse();
        held!.Dispose();

        await waiting;
        reservations.WhenReleasedAsync(47, NameSpace.Catalog, "never").IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void Dispose_LeavesTheNextHolderAlone_WhenItComesTwice()
    {
        var first = Reserve("a");
        first!.Dispose();
        using var second = Reserve("a");

        first.Dispose();

        Reserve("a").Should().BeNull();
    }

    private IDisposable? Reserve(string name) => reservations.TryReserve(47, NameSpace.Catalog, name);
}
