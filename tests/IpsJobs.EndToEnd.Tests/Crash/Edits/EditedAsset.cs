namespace IpsJobs.EndToEnd.Tests.Crash.Edits;

/// <summary>An asset as its client knows it, or as the database has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Without extension.</param>
/// <param name="Folder">With company root and trailing slash.</param>
/// <param name="FileName">The name with the extension, if there is one.</param>
/// <param name="TrashState">A constant of <see cref="Core.Constants.TrashStates"/>.</param>
/// <param name="Hash">Of the original, in hex.</param>
internal sealed record EditedAsset(long Id, string Name, string Folder, string FileName, string TrashState, string Hash)
{
    /// <summary>In their order; null for what is no set. An id of 0 fills a gap between places.</summary>
    public IReadOnlyList<long>? Members { get; init; }

    public EditedAsset Renamed(string name) => this with { Name = name, FileName = name + FileName[Name.Length..] };

    public EditedAsset Without(IReadOnlySet<long> members) =>
        Members is null ? this : this with { Members = [.. Members.Where(m => !members.Contains(m))] };

    /// <summary>All that counts, so that two texts are equal when the assets are.</summary>
    public override string ToString() =>
        $"asset {Id} is {Name} at {Folder}{FileName}, {TrashState}, {Hash}" + (Members is null ? "" : $", with {string.Join(' ', Members)}");
}
