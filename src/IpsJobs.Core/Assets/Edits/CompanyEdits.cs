using System.Collections.Concurrent;

namespace IpsJobs.Core.Assets;

/// <summary>Lets one edit of a company's names and folders run at a time, and holds the names that it touches.</summary>
/// <remarks>Uploads hold the names of their files until their rows are committed; an edit that holds a name therefore finds no upload
/// of it half done. Uploads wait for no second name while they hold one, and edits wait for each other first, so none wait in a ring.</remarks>
public sealed class CompanyEdits(NameHolds holds)
{
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _turns = [];

    /// <summary>Waits for the company's turn; it lasts until the result is disposed.</summary>
    public async Task<CompanyEdit> BeginAsync(int companyId, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(companyId, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        return new CompanyEdit(companyId, turn, holds);
    }
}
