using IpsJobs.Soap.Endpoint;
using IpsJobs.Soap.Envelopes;
using IpsJobs.Soap.Exports;
using IpsJobs.Soap.Faults;
using IpsJobs.Soap.Operations;
using IpsJobs.Soap.Operations.Accounts;
using IpsJobs.Soap.Operations.Assets;
using IpsJobs.Soap.Operations.Jobs;
using IpsJobs.Soap.UploadFile;
using IpsJobs.Soap.Wsdl;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Soap;

/// <summary>Registers the wire.</summary>
public static class SoapServices
{
    /// <summary>Adds envelopes, faults, WSDLs and operations.</summary>
    /// <remarks>Stores, domain services, renderer and clock come from their modules and the host.</remarks>
    public static IServiceCollection AddIpsSoap(this IServiceCollection services) => services
        .AddSingleton<FaultTable>()
        .AddSingleton<ReplyWriter>()
        .AddSingleton<OperationTable>()
        .AddSingleton<RequestParser>()
        .AddSingleton<RequestPipeline>()
        .AddSingleton<MemoryTrim>()
        .AddSingleton<SoapEndpoint>()
        .AddSingleton<WsdlTexts>()
        .AddSingleton<ServiceAddress>()
        .AddSingleton<WsdlEndpoint>()
        .AddSingleton<ExportEndpoint>()
        .AddSingleton<JobScopes>()
        .AddSingleton<JobBlockEcho>()
        .AddSingleton<ActiveJobMapping>()
        .AddSingleton<ScheduledJobMapping>()
        .AddSingleton<JobLogMapping>()
        .AddSingleton<LogRowMapping>()
        .AddUploadFile()
        .AddJobOperations()
        .AddAccountOperations()
        .AddAssetEditOperations()
        .AddAssetReads();

    private static IServiceCollection AddUploadFile(this IServiceCollection services) => services
        .AddSingleton<UploadDocuments>()
        .AddSingleton<UploadAdmission>()
        .AddSingleton<FileReceiver>()
        .AddSingleton<UploadFormReader>()
        .AddSingleton<UploadPostOperation>()
        .AddSingleton<IOperation>(provider => provider.GetRequiredService<UploadPostOperation>())
        .AddSingleton<UploadFileEndpoint>();

    private static IServiceCollection AddJobOperations(this IServiceCollection services) => services
        .AddSingleton<IOperation, SubmitJob>()
        .AddSingleton<IOperation, GetActiveJobs>()
        .AddSingleton<IOperation, GetScheduledJobs>()
        .AddSingleton<IOperation, GetJobLogs>()
        .AddSingleton<IOperation, GetJobLogDetails>()
        .AddSingleton<IOperation, GetAssetJobLogs>()
        .AddSingleton<IOperation, StopJob>()
        .AddSingleton<IOperation, PauseJob>()
        .AddSingleton<IOperation, ResumeJob>()
        .AddSingleton<IOperation, ExecuteJob>()
        .AddSingleton<IOperation, DeleteJob>();

    private static IServiceCollection AddAccountOperations(this IServiceCollection services) => services
        .AddSingleton<IOperation, CheckLogin>()
        .AddSingleton<IOperation, GetCompanyInfo>()
        .AddSingleton<IOperation, GetCompanyMembership>()
        .AddSingleton<IOperation, GetUserInfo>()
        .AddSingleton<IOperation, GetAllCompanies>()
        .AddSingleton<IOperation, AddCompany>()
        .AddSingleton<IOperation, GetCompanySettings>()
        .AddSingleton<IOperation, SetCompanySettings>()
        .AddSingleton<IOperation, GetDiskUsage>()
        .AddSingleton<IOperation, GetCompanyMembers>()
        .AddSingleton<IOperation, AddCompanyMembership>()
        .AddSingleton<IOperation, SetCompanyMembership>()
        .AddSingleton<IOperation, RemoveCompanyMembership>()
        .AddSingleton<IOperation, GetUsers>()
        .AddSingleton<IOperation, GetAllUsers>()
        .AddSingleton<IOperation, AddUser>()
        .AddSingleton<IOperation, SetUserInfo>()
        .AddSingleton<IOperation, SetPassword>()
        .AddSingleton<IOperation, GeneratePassword>()
        .AddSingleton<IOperation, GetProperty>()
        .AddSingleton<IOperation, GetSystemProperties>();

    private static IServiceCollection AddAssetEditOperations(this IServiceCollection services) => services
        .AddSingleton<BatchReplies>()
        .AddSingleton<IOperation, RenameAsset>()
        .AddSingleton<IOperation, MoveAsset>()
        .AddSingleton<IOperation, MoveAssets>()
        .AddSingleton<IOperation, DeleteAsset>()
        .AddSingleton<IOperation, DeleteAssets>()
        .AddSingleton<IOperation, RestoreAssetsFromTrash>()
        .AddSingleton<IOperation, EmptyAssetsFromTrash>()
        .AddSingleton<IOperation, SetAssetPublishState>()
        .AddSingleton<IOperation, SetAssetsPublishState>()
        .AddSingleton<IOperation, SetAssetsContextState>()
        .AddSingleton<IOperation, ForceRepublishAssets>()
        .AddSingleton<IOperation, CreateFolder>()
        .AddSingleton<IOperation, RenameFolder>()
        .AddSingleton<IOperation, MoveFolder>()
        .AddSingleton<IOperation, DeleteFolder>()
        .AddSingleton<IOperation, CreateImageSet>()
        .AddSingleton<IOperation, SetImageSetMembers>()
        .AddSingleton<IOperation, CreateAssetSet>()
        .AddSingleton<IOperation, SetAssetSetDefinition>()
        .AddSingleton<IOperation, UpdateAssetSet>();

    private static IServiceCollection AddAssetReads(this IServiceCollection services) => services
        .AddSingleton<AssetScope>()
        .AddSingleton<AssetMapping>()
        .AddSingleton<Thumbnails>()
        .AddSingleton<ImageUrls>()
        .AddSingleton<SearchConditions>()
        .AddSingleton<GenerationMapping>()
        .AddSingleton<FolderReads>()
        .AddSingleton<IOperation, SearchAssets>()
        .AddSingleton<IOperation, GetAssets>()
        .AddSingleton<IOperation, GetAssetsByName>()
        .AddSingleton<IOperation, GetAssetCounts>()
        .AddSingleton<IOperation, CheckAssetNames>()
        .AddSingleton<IOperation, GetOriginalFilePaths>()
        .AddSingleton<IOperation, GetAssociatedAssets>()
        .AddSingleton<IOperation, GetGenerationInfo>()
        .AddSingleton<IOperation, GetImageSetMembers>()
        .AddSingleton<IOperation, GetZipEntries>()
        .AddSingleton<IOperation, GetFolders>()
        .AddSingleton<IOperation, GetFolderTree>()
        .AddSingleton<IOperation, GetPublishContexts>()
        .AddSingleton<IOperation, GetActivePublishContexts>()
        .AddSingleton<IOperation, BatchGetAssetPublishContexts>()
        .AddSingleton<IOperation, GetAssetPublishHistory>();
}
