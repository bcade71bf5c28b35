using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Assets;

/// <summary>Runs the changes of a request and tells refusals in the words of the API.</summary>
public sealed class EditRunner(IAssetEdits edits)
{
    /// <exception cref="RuleViolationException">30000 for a change that was refused.</exception>
    public async Task RunAsync(Company company, AssetChange change, CancellationToken cancellationToken)
    {
        if ((await edits.ApplyAsync(company, [change], cancellationToken))[0] is { } failure)
            throw Explain(failure) ?? failure;
    }

    /// <summary>Applies what the outcomes do not refuse or warn of already; failures become errors of their items.</summary>
    /// <param name="company">Owner of the assets.</param>
    /// <param name="plan">Per item its outcome so far, and the change that is still to be made, if any.</param>
    /// <param name="cancellationToken">Counts until the changes begin.</param>
    public async Task<IReadOnlyList<EditOutcome>> RunAsync(
        Company company, IReadOnlyList<(EditOutcome Outcome, AssetChange? Change)> plan, CancellationToken cancellationToken)
    {
        var changes = plan.Select(p => p.Change).OfType<AssetChange>().ToList();
        var failures = new Queue<Exception?>(await edits.ApplyAsync(company, changes, cancellationToken));
        var outcomes = new List<EditOutcome>(plan.Count);
        foreach (var (outcome, change) in plan)
        {
            var failure = change is null ? null : failures.Dequeue();
            outcomes.Add(failure is null ? outcome : outcome with { Error = Explain(failure) ?? throw failure });
        }

        return outcomes;
    }

    // Null for what no rule foresees: that is a fault of the whole call.
    private static RuleViolationException? Explain(Exception failure) => failure switch
    {
        RuleViolationException violation => violation,
        NameTakenException taken => Violations.NameTaken(taken.Name),
        StateConflictException => Violations.AssetChanged(),
        _ => null,
    };
}
