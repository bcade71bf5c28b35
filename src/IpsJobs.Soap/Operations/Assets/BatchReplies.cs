using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Messages;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Tells how the items of a batch ended, with reasons in the caller's language.</summary>
internal sealed class BatchReplies(IMessageRenderer renderer)
{
    public BatchReply Of(IReadOnlyList<EditOutcome> outcomes, OperationCall call)
    {
        var errors = outcomes.Where(o => o.Error is not null).Select(o => Fault(o.Handle, o.Error!, call)).ToList();
        var warnings = outcomes.Where(o => o is { Error: null, Warning: not null }).Select(o => Fault(o.Handle, o.Warning!, call)).ToList();
        return new BatchReply(outcomes.Count - errors.Count - warnings.Count, warnings.Count, errors.Count, Array(warnings), Array(errors));
    }

    private AssetOperationFault Fault(string handle, RuleViolationException violation, OperationCall call) => new()
    {
        AssetHandle = handle,
        Code = violation.Code,
        Reason = renderer.Render(violation.Reason, call.Locales.Preferred),
    };

    // Left out when there is nothing to tell, as the API does.
    private static AssetOperationFaultArray? Array(List<AssetOperationFault> faults)
    {
        if (faults.Count == 0)
            return null;
        var array = new AssetOperationFaultArray();
        foreach (var fault in faults)
            array.Items.Add(fault);
        return array;
    }
}
