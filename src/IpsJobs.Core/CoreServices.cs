using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Outbox;
using IpsJobs.Core.Submission;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Core;

/// <summary>Registers the job domain.</summary>
public static class CoreServices
{
    /// <summary>Adds the domain's services; stores, dispatcher, renderer, clock and data folder come from their modules and the host.</summary>
    public static IServiceCollection AddIpsCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ServerOptions>(configuration.GetSection(ServerOptions.Section));
        services.Configure<ApiOptions>(configuration.GetSection(ApiOptions.Section));
        services.Configure<JobOptions>(configuration.GetSection(JobOptions.Section));
        services.Configure<AccountOptions>(configuration.GetSection(AccountOptions.Section));
        services.Configure<SystemPropertyOptions>(configuration.GetSection(SystemPropertyOptions.Section));
        services.Configure<OutboundOptions>(configuration.GetSection(OutboundOptions.Section));
        return services
            .AddSingleton<LoginThrottle>()
            .AddSingleton<PublicLinks>()
            .AddSingleton<CredentialCheck>()
            .AddSingleton<PasswordRules>()
            .AddSingleton<SystemProperties>()
            .AddSingleton<AdministeredUsers>()
            .AddSingleton<UserLists>()
            .AddSingleton<UserChanges>()
            .AddSingleton<MembershipChanges>()
            .AddSingleton<CompanyChanges>()
            .AddSingleton<CompanyAccess>()
            .AddSingleton<CompanyAdministrators>()
            .AddSingleton<AdministratorWarnings>()
            .AddSingleton<UserAccess>()
            .AddSingleton<JobTypeRegistry>()
            .AddSingleton<JobSubmission>()
            .AddSingleton<UploadSessions>()
            .AddSingleton<UploadActivity>()
            .AddSingleton<UploadStaging>()
            .AddSingleton<JobTargets>()
            .AddSingleton<JobControl>()
            .AddSingleton<JobEnding>()
            .AddSingleton<DiskReserve>()
            .AddSingleton<JobConditions>()
            .AddSingleton<JobRunner>()
            .AddSingleton<ProgressBoard>()
            .AddSingleton<StopSignals>()
            .AddSingleton<ArchiveListing>()
            .AddSingleton<AssetLookup>()
            .AddSingleton<NameReservations>()
            .AddSingleton<NameHolds>()
            .AddAssetEdits();
    }

    private static IServiceCollection AddAssetEdits(this IServiceCollection services) => services
        .AddSingleton<CompanyEdits>()
        .AddSingleton<AssetTargets>()
        .AddSingleton<EditRunner>()
        .AddSingleton<AssetTrash>()
        .AddSingleton<AssetRelocation>()
        .AddSingleton<AssetMarks>()
        .AddSingleton<FolderChanges>()
        .AddSingleton<SetNesting>()
        .AddSingleton<SetChanges>()
        .AddSingleton<AssetRepublish>();
}
