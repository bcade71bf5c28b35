using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Core.Handles;

namespace IpsJobs.Server.Demo;

/// <summary>One more job of the demo.</summary>
/// <param name="Block">Element of its block.</param>
/// <param name="Fields">Fields of the block, made when its turn has come: they name what earlier jobs have made.</param>
internal sealed record DemoJob(string Block, Func<CancellationToken, Task<IReadOnlyList<XElement>>> Fields)
{
    /// <summary>Programs without which it can only report errors.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Says what it has made that is no file; null when there are files to show.</summary>
    public Func<JobLog, CancellationToken, Task<string>>? Made { get; init; }

    /// <summary>The request, in the newest version of the API.</summary>
    public async Task<XElement> RequestAsync(int companyId, CancellationToken cancellationToken)
    {
        XNamespace api = ContractVersion.Latest.Namespace;
        return new XElement(
            api + "submitJobParam",
            new XElement(api + "companyHandle", new CompanyHandle(companyId).ToString(HandleForm.D2)),
            new XElement(api + "jobName", "My " + Block),
            new XElement(api + Block, await Fields(cancellationToken)));
    }
}
