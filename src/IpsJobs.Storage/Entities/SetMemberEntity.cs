using IpsJobs.Core.Assets;

namespace IpsJobs.Storage.Entities;

/// <summary>A member of a set.</summary>
internal sealed class SetMemberEntity
{
    public long SetId { get; set; }

    /// <summary>From 0 without gaps.</summary>
    public int Position { get; set; }

    public long AssetId { get; set; }

    public bool PageReset { get; set; }

    public int? Row { get; set; }

    public int? Column { get; set; }

    public SetMember ToRecord() => new(AssetId) { PageReset = PageReset, Row = Row, Column = Column };
}
