namespace IpsJobs.EndToEnd.Tests.Publishing;

/// <summary>A theory that mounts small file systems, which only root may do on Linux; elsewhere it is skipped, saying so.</summary>
public sealed class MountTheoryAttribute : TheoryAttribute
{
    public MountTheoryAttribute()
    {
        if (!SmallDisk.IsPossible)
            Skip = "Needs root on Linux, with the right to mount file systems";
    }
}
