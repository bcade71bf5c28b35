namespace IpsJobs.Storage.Entities;

/// <summary>A job block, apart from the rows that name it: those are rewritten with every counter, the block never is. A trigger and the instances it starts share one.</summary>
internal sealed class JobBlockEntity
{
    public long BlockId { get; set; }

    /// <summary>UTF-8 XML in the newest namespace.</summary>
    public byte[] Xml { get; set; } = [];
}
