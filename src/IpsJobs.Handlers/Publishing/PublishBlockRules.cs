using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Checks a publish block that has no fields of its own.</summary>
/// <param name="fields">The common checks.</param>
/// <param name="fieldsOf">Reads the common fields of the block.</param>
public abstract class PublishBlockRules(PublishFieldRules fields, Func<BlockContext, PublishFields> fieldsOf) : IBlockRules
{
    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken) =>
        new(await fields.CheckAsync(context, fieldsOf(context), cancellationToken));
}
