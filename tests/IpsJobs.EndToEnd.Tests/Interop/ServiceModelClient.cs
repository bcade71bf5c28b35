using System.ServiceModel;
using System.ServiceModel.Channels;
using IpsJobs.Contracts;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>The job operations over a channel of .NET's SOAP client.</summary>
internal sealed class ServiceModelClient : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);
    private readonly ChannelFactory<IIpsApi> factory;
    private readonly IIpsApi api;
    private readonly AuthHeader header;

    public ServiceModelClient(Binding binding, EndpointAddress address, string password)
    {
        factory = new ChannelFactory<IIpsApi>(binding, address);
        api = factory.CreateChannel();
        header = new AuthHeader { User = RunningServer.Email, Password = password, AppName = "interop", AppVersion = "1.0" };
    }

    public async Task<string> CompanyAsync(string name)
    {
        var login = await api.CheckLoginAsync(new()
        {
            AuthHeader = header, CheckLoginParam = new() { Email = header.User, Password = header.Password },
        });
        login.CheckLoginReturn!.Status.Should().Be("ValidLogin");
        var answer = await api.GetCompanyInfoAsync(new() { AuthHeader = header, GetCompanyInfoParam = new() { CompanyName = name } });
        return answer.GetCompanyInfoReturn!.CompanyInfo!.CompanyHandle!;
    }

    public async Task<string> SubmitAsync(string company, SubmitJobParam job)
    {
        job.CompanyHandle = company;
        var answer = await api.SubmitJobAsync(new() { AuthHeader = header, SubmitJobParam = job });
        return answer.SubmitJobReturn!.JobHandle!;
    }

    /// <summary>The only log of a job, as soon as it has an end.</summary>
    public Task<JobLog> UntilDoneAsync(string company, string job) => UntilAsync(async () =>
    {
        var answer = await api.GetJobLogDetailsAsync(new()
        {
            AuthHeader = header, GetJobLogDetailsParam = new() { CompanyHandle = company, JobHandle = job },
        });
        return answer.GetJobLogDetailsReturn!.JobLogArray!.Items.SingleOrDefault(log => log.EndDate is not null);
    });

    public Task<ActiveJob> UntilRunningAsync(string company, string job) => UntilAsync(async () =>
    {
        var answer = await api.GetActiveJobsAsync(new()
        {
            AuthHeader = header, GetActiveJobsParam = new() { CompanyHandle = company, JobHandle = job },
        });
        return answer.GetActiveJobsReturn!.JobArray!.Items.SingleOrDefault(active => active.State == "Running");
    });

    public async Task<List<ScheduledJob>> ScheduledAsync(string company, string job)
    {
        var answer = await api.GetScheduledJobsAsync(new()
        {
            AuthHeader = header, GetScheduledJobsParam = new() { CompanyHandle = company, JobHandle = job },
        });
        return [.. answer.GetScheduledJobsReturn!.JobArray!.Items];
    }

    public async Task<List<string?>> LogNamesAsync(string company)
    {
        var param = new GetJobLogsParam { CompanyHandle = company, SortBy = "StartDate", SortDirection = "Descending", NumRows = 20 };
        var answer = await api.GetJobLogsAsync(new() { AuthHeader = header, GetJobLogsParam = param });
        return [.. answer.GetJobLogsReturn!.JobLogArray!.Items.Select(log => log.OriginalJobName)];
    }

    public Task PauseAsync(string company, string job) =>
        api.PauseJobAsync(new() { AuthHeader = header, PauseJobParam = new() { CompanyHandle = company, JobHandle = job } });

    public Task ResumeAsync(string company, string job) =>
        api.ResumeJobAsync(new() { AuthHeader = header, ResumeJobParam = new() { CompanyHandle = company, JobHandle = job } });

    public Task ExecuteAsync(string company, string job) =>
        api.ExecuteJobAsync(new() { AuthHeader = header, ExecuteJobParam = new() { CompanyHandle = company, JobHandle = job } });

    public Task DeleteAsync(string company, string job) =>
        api.DeleteJobAsync(new() { AuthHeader = header, DeleteJobParam = new() { CompanyHandle = company, JobHandle = job } });

    public async Task<List<string?>> HandlesByNameAsync(string company, string name)
    {
        var param = new GetAssetsByNameParam { CompanyHandle = company, NameArray = new() { Items = [name] } };
        var answer = await api.GetAssetsByNameAsync(new() { AuthHeader = header, GetAssetsByNameParam = param });
        return [.. answer.GetAssetsByNameReturn!.AssetArray!.Items.Select(asset => asset.AssetHandle)];
    }

    public async Task<SearchAssetsReturn> SearchAsync(string company, string name)
    {
        var param = new SearchAssetsParam { CompanyHandle = company, IncludeSubfolders = true, SystemFieldConditionArray = new() };
        param.SystemFieldConditionArray.Items.Add(new() { Field = "Name", Op = "Equals", Value = name });
        var answer = await api.SearchAssetsAsync(new() { AuthHeader = header, SearchAssetsParam = param });
        return answer.SearchAssetsReturn!;
    }

    public Task MarkAsync(string company, string asset)
    {
        var param = new SetAssetPublishStateParam { CompanyHandle = company, AssetHandle = asset, PublishState = "MarkedForPublish" };
        return api.SetAssetPublishStateAsync(new() { AuthHeader = header, SetAssetPublishStateParam = param });
    }

    public async Task<List<PublishHistory>> PublishHistoryAsync(string company, string asset)
    {
        var answer = await api.GetAssetPublishHistoryAsync(new()
        {
            AuthHeader = header, GetAssetPublishHistoryParam = new() { CompanyHandle = company, AssetHandle = asset },
        });
        return answer.GetAssetPublishHistoryReturn!.PubHistoryArray!.Items;
    }

    public Task RenameAsync(string company, string asset, string name)
    {
        var param = new RenameAssetParam { CompanyHandle = company, AssetHandle = asset, NewName = name, ValidateName = true };
        return api.RenameAssetAsync(new() { AuthHeader = header, RenameAssetParam = param });
    }

    public Task TrashAsync(string company, string asset) =>
        api.DeleteAssetAsync(new() { AuthHeader = header, DeleteAssetParam = new() { CompanyHandle = company, AssetHandle = asset } });

    public async Task<(int? Done, int? Warned, int? Refused)> TrashAllAsync(string company, params string[] assets)
    {
        var param = new DeleteAssetsParam { CompanyHandle = company, AssetHandleArray = new() { Items = [.. assets] } };
        var answer = (await api.DeleteAssetsAsync(new() { AuthHeader = header, DeleteAssetsParam = param })).DeleteAssetsReturn!;
        return (answer.SuccessCount, answer.WarningCount, answer.ErrorCount);
    }

    public async Task<(int? Done, int? Warned, int? Refused)> RestoreAllAsync(string company, params string[] assets)
    {
        var param = new RestoreAssetsFromTrashParam { CompanyHandle = company, AssetHandleArray = new() { Items = [.. assets] } };
        var request = new RestoreAssetsFromTrashRequest { AuthHeader = header, RestoreAssetsFromTrashParam = param };
        var answer = (await api.RestoreAssetsFromTrashAsync(request)).RestoreAssetsFromTrashReturn!;
        return (answer.SuccessCount, answer.WarningCount, answer.ErrorCount);
    }

    public async Task<(int? Done, int? Warned, int? Refused)> EmptyAsync(string company, params string[] assets)
    {
        var param = new EmptyAssetsFromTrashParam { CompanyHandle = company, AssetHandleArray = new() { Items = [.. assets] } };
        var request = new EmptyAssetsFromTrashRequest { AuthHeader = header, EmptyAssetsFromTrashParam = param };
        var answer = (await api.EmptyAssetsFromTrashAsync(request)).EmptyAssetsFromTrashReturn!;
        return (answer.SuccessCount, answer.WarningCount, answer.ErrorCount);
    }

    public async ValueTask DisposeAsync()
    {
        // Closing a channel that has failed throws; it has nothing to close.
        ((IClientChannel)api).Abort();
        await ((IAsyncDisposable)factory).DisposeAsync();
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> find) where T : class
    {
        using var limit = new CancellationTokenSource(TimeLimit, TimeProvider.System);
        while (true)
        {
            if (await find() is { } found)
                return found;
            await Task.Delay(Pause, TimeProvider.System, limit.Token);
        }
    }
}
