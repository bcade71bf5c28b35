// Logs in, submits a publish and waits for its log, with System.ServiceModel.
// Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE
using System.ServiceModel;
using System.Xml.Linq;
using IpsJobs.Contracts;

using var http = new HttpClient();
var wsdl = XDocument.Parse(await http.GetStringAsync(new Uri(args[0])));
var address = wsdl.Descendants(XName.Get("address", "http://schemas.xmlsoap.org/wsdl/soap/")).Single().Attribute("location")!.Value;
using var factory = new ChannelFactory<IIpsApi>(new BasicHttpBinding(), new EndpointAddress(address));
var ips = factory.CreateChannel();
var header = new AuthHeader { User = args[1], Password = args[2], AppName = "samples", AppVersion = "1.0" };
var company = args[3];

var login = await ips.CheckLoginAsync(new() { AuthHeader = header, CheckLoginParam = new() { Email = args[1], Password = args[2] } });
Console.WriteLine($"login: {login.CheckLoginReturn!.Status}");

var publish = new SubmitJobParam
{
    CompanyHandle = company,
    JobName = $"dotnet {Guid.NewGuid()}",
    ImageServingPublishJob = new() { PublishType = "Full", EmailSetting = "None" },
};
var submitted = await ips.SubmitJobAsync(new() { AuthHeader = header, SubmitJobParam = publish });
var job = submitted.SubmitJobReturn!.JobHandle;
Console.WriteLine($"submitted: {job}");

JobLog? log = null;
while (log?.EndDate is null)
{
    await Task.Delay(TimeSpan.FromSeconds(0.2), TimeProvider.System);
    var details = new GetJobLogDetailsParam { CompanyHandle = company, JobHandle = job };
    var answer = await ips.GetJobLogDetailsAsync(new() { AuthHeader = header, GetJobLogDetailsParam = details });
    log = answer.GetJobLogDetailsReturn!.JobLogArray!.Items.FirstOrDefault();
}

foreach (var row in log.DetailArray!.Items)
    Console.WriteLine($"{row.LogType} {row.LogMessage}");
