using System.Security.Cryptography;
using IpsJobs.Contracts;
using IpsJobs.Core.Handles;
using IpsJobs.Soap.Dialects;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Keeps the job blocks that were shown last, because clients ask for the same jobs again every few seconds.</summary>
/// <remarks>
/// Known by their content and by what shapes the reply, so that nothing has to be dropped when a setting changes.
/// What it gives out is shared by replies under way: it must not be changed any more.
/// </remarks>
internal sealed class RecentBlocks
{
    private const int Generation = 256;

    // Longer ones are rare, and a thousand of them would be much memory.
    private const int LongestKept = 16 * 1024;

    private readonly Lock gate = new();
    private Dictionary<Key, JobBlock> young = [];
    private Dictionary<Key, JobBlock> old = [];

    /// <param name="xml">The stored block.</param>
    /// <param name="dialect">Of the reply.</param>
    /// <param name="retainPublishState">The company's setting.</param>
    /// <param name="make">Makes the block when it is not among the last ones.</param>
    public JobBlock Get(byte[] xml, Dialect dialect, bool retainPublishState, Func<JobBlock> make)
    {
        if (xml.Length > LongestKept)
            return make();
        var key = new Key(Convert.ToBase64String(SHA256.HashData(xml)), dialect.Handles, dialect.RasterizedPdf, retainPublishState);
        if (Find(key) is { } known)
            return known;
        var made = make();
        Keep(key, made);
        return made;
    }

    private JobBlock? Find(Key key)
    {
        lock (gate)
        {
            if (young.TryGetValue(key, out var block))
                return block;
            if (!old.TryGetValue(key, out block))
                return null;
            Add(key, block);
            return block;
        }
    }

    private void Keep(Key key, JobBlock block)
    {
        lock (gate)
            Add(key, block);
    }

    // What was not asked for while a generation filled up goes with the one before.
    private void Add(Key key, JobBlock block)
    {
        if (young.Count >= Generation)
            (old, young) = (young, []);
        young[key] = block;
    }

    private readonly record struct Key(string Content, HandleForm Handles, string RasterizedPdf, bool RetainPublishState);
}
