using IpsJobs.Contracts;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Leaves out of a reply what the request did not ask for.</summary>
internal static class FieldFilter
{
    public static IContractType Apply(IContractType reply, StringArray? responseFields, StringArray? excludedFields) =>
        FieldSelection.Of(responseFields?.Items, excludedFields?.Items) is { } selection ? new SelectedReply(reply, selection) : reply;
}
