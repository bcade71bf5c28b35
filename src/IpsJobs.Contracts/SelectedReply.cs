namespace IpsJobs.Contracts;

/// <summary>A reply of which only a part is written.</summary>
public sealed class SelectedReply(IContractType reply, FieldSelection selection) : IContractType
{
    /// <inheritdoc/>
    public void WriteContent(ContractWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteSelected(reply, selection);
    }

    /// <inheritdoc/>
    public string? FindMissing(ContractVersion version) => reply.FindMissing(version);
}
