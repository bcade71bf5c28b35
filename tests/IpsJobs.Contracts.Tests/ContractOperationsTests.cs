using System.ServiceModel.Description;
using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests;

public class ContractOperationsTests
{
    [Fact]
    public void All_AreTheOperationsOfJobsAccountsAndAssets() =>
        ContractOperations.All.Select(operation => operation.Name).Should().Equal(
            "submitJob", "getActiveJobs", "getScheduledJobs", "getJobLogs", "getJobLogDetails", "getAssetJobLogs", "stopJob", "pauseJob",
            "resumeJob", "executeJob", "deleteJob", "uploadPost", "checkLogin", "getCompanyInfo", "getCompanyMembership", "getUserInfo",
            "getAllCompanies", "addCompany", "getCompanyMembers", "addCompanyMembership", "setCompanyMembership",
            "removeCompanyMembership", "getUsers", "getAllUsers", "addUser", "setUserInfo", "setPassword", "generatePassword",
            "getCompanySettings", "setCompanySettings", "getProperty", "getSystemProperties", "getDiskUsage", "searchAssets", "getAssets",
            "getAssetsByName", "getAssetCounts", "getFolders", "getFolderTree", "createFolder", "renameFolder", "moveFolder",
            "deleteFolder", "renameAsset", "moveAsset", "moveAssets", "deleteAsset", "deleteAssets", "emptyAssetsFromTrash",
            "restoreAssetsFromTrash", "checkAssetNames", "setAssetPublishState", "setAssetsPublishState", "setAssetsContextState",
            "batchGetAssetPublishContexts", "getAssetPublishHistory", "getPublishContexts", "getActivePublishContexts",
            "forceRepublishAssets", "getOriginalFilePaths", "getAssociatedAssets", "getImageSetMembers", "createImageSet",
            "setImageSetMembers", "createAssetSet", "setAssetSetDefinition", "updateAssetSet", "getGenerationInfo", "getZipEntries");

    [Fact]
    public void All_ReadTheirOwnTypes()
    {
        foreach (var operation in ContractOperations.All)
        {
            Documents.Read("<x/>", operation.ReadRequest).Should().BeOfType(operation.RequestType);
            Documents.Read("<x/>", operation.ReadReply).Should().BeOfType(operation.ReplyType);
        }
    }

    [Fact]
    public void Since_IsTheFirstVersionThatHasTheOperation()
    {
        ContractOperations.Find("submitJob")!.Since.Should().Be(ContractVersion.Unversioned);
        ContractOperations.Find("getAssetJobLogs")!.Since.Should().Be(ContractVersion.V20080115);
        ContractOperations.Find("uploadPost")!.Since.Should().Be(ContractVersion.V20140403);
    }

    [Fact]
    public void Find_GivesTheOperationOfTheNameOrRequest()
    {
        foreach (var operation in ContractOperations.All)
        {
            ContractOperations.Find(operation.Name).Should().BeSameAs(operation);
            ContractOperations.FindByRequestElement(operation.RequestElement).Should().BeSameAs(operation);
        }
    }

    [Fact]
    public void Find_GivesNull_WhenUnknown()
    {
        ContractOperations.Find("submitJobParam").Should().BeNull();
        ContractOperations.FindByRequestElement("submitJob").Should().BeNull();
    }

    [Fact]
    public void ServiceContract_DescribesEveryOperation()
    {
        var contract = ContractDescription.GetContract(typeof(IIpsApi));
        contract.Namespace.Should().Be("http://www.scene7.com/IpsApi");
        contract.Operations.Select(operation => operation.Name).Should().BeEquivalentTo(
            ContractOperations.All.Select(operation => operation.Name), "Async is not part of the name");
        foreach (var operation in contract.Operations)
            CheckMessages(operation);
    }

    private static void CheckMessages(OperationDescription operation)
    {
        operation.Messages[0].Action.Should().Be(operation.Name);
        operation.Messages[0].Headers.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Name = "authHeader", Namespace = Documents.V2014 });
        operation.Messages[0].Body.WrapperName.Should().BeNull();
        operation.Messages[0].Body.Parts.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Name = operation.Name + "Param", Namespace = Documents.V2014 });
        operation.Faults.Select(fault => fault.Name).Should().BeEquivalentTo("authenticationFault", "authorizationFault", "ipsApiFault");
        operation.Faults.Should().OnlyContain(fault => fault.Namespace == ContractVersion.BaseNamespace);
    }
}
