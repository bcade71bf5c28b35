using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class RoleMatrixTests
{
    // One letter per role in the order of Roles: D documented, + added here, - refused.
    public static TheoryData<string, string> Matrix => new()
    {
        { "submitJob", "D+DDDD-DD" },
        { "executeJob", "D+DDDD-DD" },
        { "pauseJob", "DDDDDD-DD" },
        { "resumeJob", "DDDDDD-DD" },
        { "stopJob", "DDDDDD-DD" },
        { "deleteJob", "DDDDDD-DD" },
        { "getActiveJobs", "DDDDDD-DD" },
        { "getScheduledJobs", "DDDDDD-DD" },
        { "getJobLogs", "DDDDDDDDD" },
        { "getJobLogDetails", "DDD+DDDDD" },
        { "getAssetJobLogs", "DDDDDDDDD" },
        { "uploadPost", "D+DDDD-DD" },
        { "checkLogin", "DDDDDDDDD" },
        { "getCompanyInfo", "D+DDDDDDD" },
        { "getAllCompanies", "D--------" },
        { "addCompany", "D--D-D---" },
        { "getCompanyMembership", "DDDDDDDDD" },
        { "getCompanyMembers", "DD-D-D---" },
        { "addCompanyMembership", "DD-D-D---" },
        { "setCompanyMembership", "DD-D-D---" },
        { "removeCompanyMembership", "DD-D-D---" },
        { "getUserInfo", "DDDDDDDDD" },
        { "getUsers", "DD-D-D---" },
        { "getAllUsers", "DD-D-D---" },
        { "addUser", "DD-D-D---" },
        { "setUserInfo", "DD-D-D---" },
        { "setPassword", "DDDDDDDDD" },
        { "generatePassword", "DDDDDDDDD" },
        { "getCompanySettings", "DD-D-D---" },
        { "setCompanySettings", "DD-D-D---" },
        { "getProperty", "DDDDDDDDD" },
        { "getSystemProperties", "DDDDDDDDD" },
        { "getDiskUsage", "DD-D-D---" },
        { "renameAsset", "DDD--D-D+" },
        { "setAssetPublishState", "DDD--+-DD" },
        { "setAssetsContextState", "DDDDDDDDD" },
        { "moveAsset", "DDD--D-DD" },
        { "moveAssets", "DDD--D-DD" },
        { "deleteAsset", "DDD--D-DD" },
        { "deleteAssets", "DDD--D-DD" },
        { "emptyAssetsFromTrash", "DDD--D-DD" },
        { "restoreAssetsFromTrash", "DDD--D-DD" },
        { "setAssetsPublishState", "DDD--D-DD" },
        { "forceRepublishAssets", "DDD--D-DD" },
        { "createFolder", "DDD--D-DD" },
        { "renameFolder", "DDD--D-DD" },
        { "moveFolder", "DDD--D-DD" },
        { "deleteFolder", "DDD--D-DD" },
        { "createImageSet", "DDD--D-DD" },
        { "setImageSetMembers", "DDD--D-DD" },
        { "createAssetSet", "DDD--D-DD" },
        { "setAssetSetDefinition", "DDD--D-DD" },
        { "updateAssetSet", "DDD--D-DD" },
        { "searchAssets", "DDDDDDDDD" },
        { "getAssets", "DDDDDDDDD" },
        { "getAssetsByName", "DDDDDD-DD" },
        { "getAssetCounts", "DDDDDDDDD" },
        { "getFolders", "DDDDDDDDD" },
        { "getFolderTree", "DDDDD+-DD" },
        { "checkAssetNames", "D+DDDDDDD" },
        { "batchGetAssetPublishContexts", "DDDDDDDDD" },
        { "getAssetPublishHistory", "DDDDDDDDD" },
        { "getPublishContexts", "DDDDDDDDD" },
        { "getActivePublishContexts", "DDDDDDDDD" },
        { "getOriginalFilePaths", "DDDDD+-DD" },
        { "getAssociatedAssets", "DDDDDDDDD" },
        { "getImageSetMembers", "DDDDD+DDD" },
        { "getGenerationInfo", "DDDDDDDDD" },
        { "getZipEntries", "DDDDDDDDD" },
    };

    private static readonly string[] Roles =
    [
        UserRoles.IpsAdmin, UserRoles.IpsCompanyAdmin, UserRoles.IpsUser, UserRoles.TrialSiteAdmin, UserRoles.TrialSiteUser,
        UserRoles.ImagePortalAdmin, UserRoles.ImagePortalUser, UserRoles.ImagePortalContrib, UserRoles.ImagePortalContribUser,
    ];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Allows_FollowsTheMatrix_WhenEveryRoleIsAsked(string operation, string letters)
    {
        for (var i = 0; i < Roles.Length; i++)
        {
            RoleMatrix.Allows(operation, Roles[i], strict: true).Should().Be(letters[i] == 'D', $"{operation} by {Roles[i]}, strict");
            RoleMatrix.Allows(operation, Roles[i], strict: false).Should().Be(letters[i] != '-', $"{operation} by {Roles[i]}");
        }

        RoleMatrix.Allows(operation, UserRoles.WebServiceUser, strict: false).Should().BeFalse();
    }

    [Fact]
    public void Allows_IsFalse_WhenTheOperationIsUnknown() =>
        RoleMatrix.Allows("dropDatabase", UserRoles.IpsAdmin, strict: false).Should().BeFalse();
}
