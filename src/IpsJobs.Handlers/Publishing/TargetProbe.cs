namespace IpsJobs.Handlers.Publishing;

/// <summary>Finds out whether a target can be delivered to.</summary>
public static class TargetProbe
{
    /// <summary>True when the directory exists and takes a file.</summary>
    /// <param name="directory">Of the publish server; never created, because a missing one may be a volume that is not mounted.</param>
    /// <param name="instanceId">Keeps the probes of two jobs apart.</param>
    public static bool IsUsable(string directory, long instanceId)
    {
        if (!Directory.Exists(directory))
            return false;
        var probe = Path.Combine(directory, FormattableString.Invariant($".ips-probe-{instanceId}"));
        try
        {
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
