using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Accounts;

/// <summary>A place that a company publishes to, by purpose.</summary>
/// <param name="ContextId">Number in the handle <c>pc|…</c>.</param>
/// <param name="CompanyId">Owner.</param>
/// <param name="Name">Shown to people; the default context of a type carries the type's name.</param>
/// <param name="Type">A constant of <see cref="Constants.PublishContextTypes"/>.</param>
/// <param name="PublishAll">A private test context: every asset is published, marked or not.</param>
public sealed record PublishContext(int ContextId, int CompanyId, string Name, string Type, bool PublishAll)
{
    public PublishContextHandle Handle => new(ContextId);
}
