using IpsJobs.Core.Accounts;
using IpsJobs.Core.Handles;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Finds where a publish job delivers to.</summary>
public sealed class PublishContexts(IAccountDirectory accounts)
{
    /// <summary>The context a job names, or the company's default one, whose name equals its type.</summary>
    /// <param name="companyId">Company of the job.</param>
    /// <param name="type">A constant of <see cref="Core.Constants.PublishContextTypes"/>.</param>
    /// <param name="handle">The handle as given; null or empty asks for the default context.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Null when there is none of that type in the company.</returns>
    public async ValueTask<PublishContext?> FindAsync(int companyId, string type, string? handle, CancellationToken cancellationToken)
    {
        var contexts = await accounts.ListContextsAsync(companyId, cancellationToken);
        var ofType = contexts.Where(c => c.CompanyId == companyId && c.Type == type);
        if (string.IsNullOrWhiteSpace(handle))
            return ofType.FirstOrDefault(c => c.Name == type);
        return PublishContextHandle.TryParse(handle, out var wanted)
            ? ofType.FirstOrDefault(c => c.ContextId == wanted.ContextId)
            : null;
    }

    /// <summary>Active servers of the context, by id; empty for an inactive context.</summary>
    public async ValueTask<IReadOnlyList<PublishServer>> ListActiveServersAsync(PublishContext context, CancellationToken cancellationToken)
    {
        var servers = await accounts.ListServersAsync(context.ContextId, cancellationToken);
        return [.. servers.Where(s => s.IsActive).OrderBy(s => s.ServerId)];
    }
}
