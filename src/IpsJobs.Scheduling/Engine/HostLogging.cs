using Microsoft.Extensions.Logging;

namespace IpsJobs.Scheduling.Engine;

/// <summary>Lets Quartz log where the host logs. Quartz takes a host's logger factory only when a provider stands beside it.</summary>
internal sealed class HostLogging(ILoggerFactory loggers) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => loggers.CreateLogger(categoryName);

    // The factory is the host's, and disposed by it.
    public void Dispose()
    {
    }
}
