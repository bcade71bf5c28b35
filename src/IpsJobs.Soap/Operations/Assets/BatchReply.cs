using IpsJobs.Contracts;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>What the operations on many assets answer: an item counts as one of success, warning and error.</summary>
internal sealed record BatchReply(
    int Successes, int Warnings, int Errors, AssetOperationFaultArray? WarningDetails, AssetOperationFaultArray? ErrorDetails);
