using System.ServiceModel;
using System.ServiceModel.Channels;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>The walk of the client programs with .NET's own SOAP client on the generated operations interface.</summary>
[Collection(RunningServerGroup.Name)]
public sealed class ServiceModelClientTests(RunningServer server, PictureServer pictures) : IClassFixture<PictureServer>
{
    private const string Nightly = "0 30 2 * * ?";
    private const string Description = "Größe ≥ 10 日本";

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.2")]
    public async Task Jobs_AreSubmittedWatchedAndLogged_WhenTheClientIsServiceModel(string soap)
    {
        await using var client = await OpenAsync(soap);
        var company = await client.CompanyAsync(RunningServer.CompanyName);

        var publish = await client.SubmitAsync(company, Named(soap, "publish", job =>
        {
            job.Description = Description;
            job.ImageServingPublishJob = Publish;
        }));
        var published = await client.UntilDoneAsync(company, publish);
        var upload = await client.SubmitAsync(company, Named(soap, "upload", job => job.UploadUrlsJob = Upload($"dotnet {soap}")));
        var active = await client.UntilRunningAsync(company, upload);
        var uploaded = await client.UntilDoneAsync(company, upload);

        published.Description.Should().Be(Description);
        published.FatalError.Should().BeFalse();
        published.DetailArray!.Items.Should().HaveCountGreaterThan(1);
        active.UploadUrlsJob!.NumUrls.Should().Be(1);
        uploaded.FileSuccessCount.Should().Be(1);
        uploaded.DetailArray!.Items.Should().Contain(row => row.AssetHandle != null);
        (await client.LogNamesAsync(company)).Should().Contain([published.OriginalJobName, uploaded.OriginalJobName]);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.2")]
    public async Task Trigger_PausesResumesRunsAndGoes_WhenTheClientIsServiceModel(string soap)
    {
        await using var client = await OpenAsync(soap);
        var company = await client.CompanyAsync(RunningServer.CompanyName);
        var handle = await client.SubmitAsync(company, Named(soap, "nightly", job =>
        {
            job.ExecSchedule = Nightly;
            job.ImageServingPublishJob = Publish;
        }));

        var submitted = await client.ScheduledAsync(company, handle);
        await client.PauseAsync(company, handle);
        var paused = await client.ScheduledAsync(company, handle);
        await client.ResumeAsync(company, handle);
        var resumed = await client.ScheduledAsync(company, handle);
        await client.ExecuteAsync(company, handle);
        var run = await client.UntilDoneAsync(company, handle);
        await client.DeleteAsync(company, handle);

        submitted.Should().ContainSingle().Which.ExecSchedule.Should().Be(Nightly);
        submitted[0].NextFireTime!.Value.ToUniversalTime().Should().BeAfter(TimeProvider.System.GetUtcNow().UtcDateTime);
        paused.Should().ContainSingle().Which.TriggerState.Should().Be("Paused");
        resumed.Should().ContainSingle().Which.TriggerState.Should().Be("Normal");
        run.OriginalJobName.Should().Be(submitted[0].OriginalName);
        (await client.ScheduledAsync(company, handle)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.2")]
    public async Task Asset_IsFoundPublishedRenamedExportedAndGoes_WhenTheClientIsServiceModel(string soap)
    {
        await using var client = await OpenAsync(soap);
        var company = await client.CompanyAsync(RunningServer.CompanyName);
        var name = $"dotnet {soap} {Guid.NewGuid():N}";
        var started = TimeProvider.System.GetUtcNow().UtcDateTime;

        var uploaded = await RunAsync("upload", job => job.UploadUrlsJob = Upload(name));
        var asset = (await client.HandlesByNameAsync(company, name)).Should().ContainSingle().Subject!;
        var found = await client.SearchAsync(company, name);
        await client.MarkAsync(company, asset);
        await RunAsync("assets", job => job.ImageServingPublishJob = Publish);
        var history = await client.PublishHistoryAsync(company, asset);
        await client.RenameAsync(company, asset, $"{name} renamed");
        var renamed = await client.HandlesByNameAsync(company, $"{name} renamed");
        var exported = await RunAsync("export", job => job.ExportJob = new()
        {
            AssetHandleArray = new() { Items = [asset] }, Fmt = "orig", EmailSetting = "None",
        });
        var trashed = await client.TrashAllAsync(company, asset);
        var restored = await client.RestoreAllAsync(company, asset);
        var trashedAgain = await client.TrashAllAsync(company, asset);
        var emptied = await client.EmptyAsync(company, asset);
        var gone = await FaultOf<IpsApiFault>(() => client.TrashAsync(company, asset));

        uploaded.DetailArray!.Items.Should().Contain(row => row.AssetHandle == asset);
        found.TotalRows.Should().Be(1);
        found.AssetArray!.Items.Should().ContainSingle().Which.AssetHandle.Should().Be(asset);
        history.Should().NotBeEmpty();
        history[0].LastPublished!.Value.ToUniversalTime().Should().BeAfter(started);
        renamed.Should().Equal(asset);
        exported.FileSuccessCount.Should().Be(1);
        (int? Done, int? Warned, int? Refused) oneDone = (1, 0, 0);
        new[] { trashed, restored, trashedAgain, emptied }.Should().Equal(oneDone, oneDone, oneDone, oneDone);
        (gone.Code, gone.Reason).Should().Be((30001, $"Invalid handle '{asset}' for 'assetHandle'"));

        async Task<JobLog> RunAsync(string job, Action<SubmitJobParam> content) =>
            await client.UntilDoneAsync(company, await client.SubmitAsync(company, Named(soap, job, content)));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.2")]
    public async Task Faults_AreTyped_WhenTheClientIsServiceModel(string soap)
    {
        await using var client = await OpenAsync(soap);
        await using var stranger = await OpenAsync(soap, password: "wrong");
        var company = await client.CompanyAsync(RunningServer.CompanyName);
        var twoTypes = Named(soap, "refused", job => (job.ImageServingPublishJob, job.VideoPublishJob) = (Publish, new() { EmailSetting = "None" }));
        var twoTimes = Named(soap, "refused", job =>
            (job.ImageServingPublishJob, job.ExecSchedule, job.ExecTime) = (Publish, Nightly, new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        var plain = Named(soap, "refused", job => job.ImageServingPublishJob = Publish);

        var login = await FaultOf<AuthenticationFault>(() => stranger.CompanyAsync(RunningServer.CompanyName));
        var types = await FaultOf<IpsApiFault>(() => client.SubmitAsync(company, twoTypes));
        var times = await FaultOf<IpsApiFault>(() => client.SubmitAsync(company, twoTimes));
        var unknown = await FaultOf<AuthorizationFault>(() => client.SubmitAsync("c|4711", plain));
        var missing = await FaultOf<IpsApiFault>(() => client.SubmitAsync("", plain));

        (login.Code, login.Reason).Should().Be((10001, "Invalid username/password"));
        (types.Code, types.Reason).Should().Be((30001, "Only one of imageServingPublishJob, videoPublishJob may be specified"));
        (times.Code, times.Reason).Should().Be((30001, "Only one of execTime, execSchedule may be specified"));
        (unknown.Code, unknown.Reason).Should().Be((20000, "Invalid company 'c|4711'"));
        (missing.Code, missing.Reason).Should().Be((30002, "Missing parameter 'companyHandle'"));
    }

    private static ImageServingPublishJob Publish => new() { PublishType = "Full", EmailSetting = "None" };

    private UploadUrlsJob Upload(string asset)
    {
        var job = new UploadUrlsJob { UrlArray = new(), Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = "None" };
        job.UrlArray.Items.Add(new() { SourceUrl = pictures.Picture.AbsoluteUri, DestPath = $"Interop/{asset}.png" });
        return job;
    }

    private static SubmitJobParam Named(string soap, string job, Action<SubmitJobParam> content)
    {
        var param = new SubmitJobParam { JobName = $"dotnet {soap} {Guid.NewGuid():N} {job}" };
        content(param);
        return param;
    }

    private static async Task<TFault> FaultOf<TFault>(Func<Task> call) =>
        (await call.Should().ThrowAsync<FaultException<TFault>>()).Which.Detail;

    private async Task<ServiceModelClient> OpenAsync(string soap, string password = RunningServer.Password)
    {
        var wsdl = XDocument.Parse(await server.Http.GetStringAsync(new Uri(server.Service, "/scene7/webservice/IpsApi-2014-04-03.wsdl")));
        var address = wsdl.Descendants(XName.Get("address", "http://schemas.xmlsoap.org/wsdl/soap/")).Single().Attribute("location")!.Value;
        var envelope = soap == "1.2" ? EnvelopeVersion.Soap12 : EnvelopeVersion.Soap11;
        var encoding = new TextMessageEncodingBindingElement { MessageVersion = MessageVersion.CreateVersion(envelope, AddressingVersion.None) };
        return new ServiceModelClient(new CustomBinding(encoding, new HttpTransportBindingElement()), new EndpointAddress(address), password);
    }
}
