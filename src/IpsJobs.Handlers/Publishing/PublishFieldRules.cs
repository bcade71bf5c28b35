using System.Diagnostics.CodeAnalysis;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Checks what all publish blocks have in common, and finds their lane.</summary>
public sealed class PublishFieldRules(PublishContexts contexts)
{
    /// <summary>Lane of the publish: one publish per context at a time.</summary>
    /// <exception cref="RuleViolationException">20003 when the company reserves publishing to administrators;
    /// 30001 or 30002 with the path of the element; 30000 when an immediate publish has no active server.</exception>
    public async ValueTask<string> CheckAsync(BlockContext block, PublishFields fields, CancellationToken cancellationToken)
    {
        Require(fields.EmailSetting, block.Path + "/emailSetting");
        CheckLegal(fields.EmailSetting, EmailSettings.Values, block.Path + "/emailSetting");
        CheckUrl(fields.HttpCompletionUrl, block.Path + "/httpCompletionUrl");
        CheckRole(block);
        var context = await contexts.FindAsync(block.Company.CompanyId, fields.ContextType, fields.ContextHandle, cancellationToken);
        if (context is null && !string.IsNullOrWhiteSpace(fields.ContextHandle))
            throw Violations.InvalidHandle(fields.ContextHandle, block.Path + "/contextHandle");
        if (block.RunsNow && !await HasServerAsync(context, cancellationToken))
            throw Violations.NoActivePublishServer(context?.Name ?? fields.ContextType);
        // A later run may find the default context that is missing today; until then its jobs share a lane of their own.
        return Lanes.Publish(block.Company.CompanyId, context?.ContextId ?? 0);
    }

    /// <summary>Checks that an immediate publish has somewhere to go, for blocks without common fields.</summary>
    /// <param name="block">The block.</param>
    /// <param name="contextTypes">Types of context, in the order in which they are looked for.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    /// <exception cref="RuleViolationException">30000 when there is no active server.</exception>
    public async ValueTask CheckServersAsync(BlockContext block, IReadOnlyList<string> contextTypes, CancellationToken cancellationToken)
    {
        PublishContext? context = null;
        foreach (var type in contextTypes)
            context ??= await contexts.FindAsync(block.Company.CompanyId, type, handle: null, cancellationToken);
        if (block.RunsNow && !await HasServerAsync(context, cancellationToken))
            throw Violations.NoActivePublishServer(context?.Name ?? contextTypes[0]);
    }

    /// <summary>Blocks check all their required elements before the form of any: the API reports what is missing first.</summary>
    /// <exception cref="RuleViolationException">30002: the element is absent or empty.</exception>
    public static void Require([NotNull] string? value, string path)
    {
        if (string.IsNullOrEmpty(value))
            throw Violations.Missing(path);
    }

    /// <exception cref="RuleViolationException">30001: the value is not in the list of constants.</exception>
    public static void CheckLegal(string value, IReadOnlySet<string> legal, string path)
    {
        if (!legal.Contains(value))
            throw Violations.InvalidValue(value, path);
    }

    private static void CheckRole(BlockContext block)
    {
        var role = block.User.RoleIn(block.Company.CompanyId);
        if (block.Company.PublishNeedsAdmin && (role is null || !UserRoles.Administrators.Contains(role)))
            throw Violations.NoOperationPermission("submitJob");
    }

    private static void CheckUrl(string? url, string path)
    {
        if (string.IsNullOrWhiteSpace(url))
            return;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
            throw Violations.InvalidUrl(url, path);
    }

    private async ValueTask<bool> HasServerAsync(PublishContext? context, CancellationToken cancellationToken) =>
        context is not null && (await contexts.ListActiveServersAsync(context, cancellationToken)).Count > 0;
}
