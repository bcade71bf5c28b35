namespace IpsJobs.Core.Jobs;

/// <summary>What a handler has to say at the end of its job; it goes to the End row.</summary>
public sealed class EndRemarks
{
    /// <summary>Appended to the key of the End row's text, such as <c>Log.End.Completed</c>, when the job was not stopped and did not fail.</summary>
    public string KeySuffix { get; private set; } = "";

    public IReadOnlyList<string> Arguments { get; private set; } = [];

    /// <summary>Remarks on the End row; they change neither counters nor outcome.</summary>
    public IList<AuxEntry> Notes { get; } = [];

    /// <summary>Replaces the usual text of the End row by one that says more.</summary>
    /// <param name="keySuffix">With a leading point; the resources hold the key for every outcome that the job can have.</param>
    /// <param name="arguments">Values for the text.</param>
    public void Say(string keySuffix, params string[] arguments)
    {
        KeySuffix = keySuffix;
        Arguments = arguments;
    }
}
