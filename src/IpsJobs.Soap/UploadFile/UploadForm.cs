using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Submission;
using IpsJobs.Soap.Dialects;
using IpsJobs.Soap.Security;

namespace IpsJobs.Soap.UploadFile;

/// <summary>An upload request as far as it has been read.</summary>
/// <remarks>Reading goes on to the end also when something is wrong: a client that still sends would not see an answer. Files are
/// then thrown away as they come.</remarks>
internal sealed class UploadForm : IDisposable
{
    public RequestHeader Header { get; } = new();

    /// <summary>Null until the uploadParams part has been read.</summary>
    public UploadPostParam? Param { get; set; }

    /// <summary>By the namespace of the uploadParams document.</summary>
    public Dialect Dialect { get; set; } = Dialect.For(ContractVersion.Unversioned);

    public List<ReceivedFile> Files { get; } = [];

    /// <summary>Why a part of the request could not be read; reported before anything else.</summary>
    public Exception? Malformed { get; set; }

    /// <summary>Why a file was not taken; reported after the rules about caller and role.</summary>
    public RuleViolationException? Refusal { get; set; }

    /// <summary>Null until the credentials have been found right.</summary>
    public Account? Caller { get; set; }

    /// <summary>Why the credentials were not accepted. They are not looked at again: one request counts as one failed login.</summary>
    public RuleViolationException? LoginRefusal { get; set; }

    /// <summary>Keeps the session from falling silent meanwhile; null when the request names none.</summary>
    public IDisposable? Hold { get; set; }

    /// <summary>False while bytes of the body may be left on the connection.</summary>
    public bool IsBodyRead { get; set; }

    /// <summary>True when nothing of the request can be kept any more.</summary>
    public bool IsLost => Malformed is not null || Refusal is not null || LoginRefusal is not null;

    public void Dispose() => Hold?.Dispose();
}
