using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Checks the fields that all kinds of uploads share besides their option blocks.</summary>
public sealed class UploadFieldRules(JobTypeRegistry types)
{
    /// <summary>Checks flags that the API requires, although a boolean could have a default.</summary>
    /// <exception cref="RuleViolationException">30002 for the first one absent.</exception>
    public static void CheckFlags(bool? overwrite, bool? readyForPublish, bool? createMask, string path)
    {
        OptionValues.Require(overwrite, path + "/overwrite");
        OptionValues.Require(readyForPublish, path + "/readyForPublish");
        OptionValues.Require(createMask, path + "/createMask");
    }

    /// <exception cref="RuleViolationException">30002 when absent, 30001 when no constant.</exception>
    public static void CheckEmail(string? emailSetting, string path) =>
        OptionValues.RequireOneOf(emailSetting, EmailSettings.Values, path + "/emailSetting");

    /// <exception cref="RuleViolationException">30001 for a handle that is malformed or of another company.</exception>
    public static void CheckProjects(HandleArray? projects, int companyId, string path)
    {
        var handles = projects?.Items ?? [];
        for (var i = 0; i < handles.Count; i++)
        {
            if (!ProjectHandle.TryParse(handles[i], out var project) || project.CompanyId != companyId)
                throw Violations.InvalidHandle(handles[i], $"{path}/projectHandleArray/items[{i + 1}]");
        }
    }

    /// <exception cref="RuleViolationException">30001 when given and no absolute web address.</exception>
    public static void CheckPostUrl(string? postHttpUrl, string path)
    {
        if (string.IsNullOrWhiteSpace(postHttpUrl))
            return;
        if (!Uri.TryCreate(postHttpUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw Violations.InvalidUrl(WebText.Redact(postHttpUrl), path + "/postHttpUrl");
    }

    /// <summary>Checks the publish that follows an upload by the rules of its own type.</summary>
    /// <param name="context">The upload.</param>
    /// <param name="publishes">Field names of the upload block, element names of the job types, and the blocks; null where absent.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    /// <exception cref="RuleViolationException">
    /// 30001 for more than one; 30000 for a type the server lacks; whatever that type's rules refuse.
    /// </exception>
    public async ValueTask CheckFollowOnAsync(
        BlockContext context,
        IEnumerable<(string Field, string Element, IContractType? Block)> publishes,
        CancellationToken cancellationToken)
    {
        var given = publishes.Where(p => p.Block is not null).ToList();
        if (given.Count > 1)
            throw Violations.OnlyOneOf(string.Join(", ", given.Select(p => p.Field)));
        foreach (var (field, element, block) in given)
        {
            var type = types.FindByElement(element) ?? throw Violations.JobTypeUnavailable(element);
            // The publish runs when the upload has ended, so what holds now need not hold then.
            var follow = context with { Block = block!, Path = $"{context.Path}/{field}", RunsNow = false };
            await types.RulesOf(type).CheckAsync(follow, cancellationToken);
        }
    }
}
