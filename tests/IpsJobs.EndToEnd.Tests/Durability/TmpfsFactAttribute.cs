namespace IpsJobs.EndToEnd.Tests.Durability;

/// <summary>A test on a small file system of its own, which only root on Linux can mount; skipped elsewhere.</summary>
internal sealed class TmpfsFactAttribute : FactAttribute
{
    public TmpfsFactAttribute()
    {
        if (!SmallDisk.CanBeMounted)
            Skip = "A small file system cannot be mounted here (Linux, root and mount are needed)";
    }
}
