using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Submission;
using IpsJobs.Soap.Endpoint;
using IpsJobs.Soap.Operations;
using Microsoft.AspNetCore.Http;

namespace IpsJobs.Soap.UploadFile;

/// <summary>Looks at who sends, and to which session, as soon as that has been read.</summary>
/// <remarks>Files of strangers are then not stored, and a session does not fall silent during a long request. What is wrong is told
/// later, by the same checks as for every request.</remarks>
internal sealed class UploadAdmission(CredentialCheck credentials, UploadSessions sessions)
{
    /// <summary>To be called after each of the two documents.</summary>
    public async Task LookAsync(HttpContext context, UploadForm form)
    {
        if (form.Caller is null && form.Header.Credentials is { } given)
            await AuthenticateAsync(given, ClientAddress.Of(context), form, context.RequestAborted);
        if (form is not { Caller: { } caller, Param: { } param, Hold: null })
            return;
        var locales = RequestLocales.Read(form.Header, context.Request.Headers);
        var request = new RequestContext(caller, UploadDocuments.Contract.Name, locales.Preferred)
        {
            ClientAddress = ClientAddress.Of(context),
        };
        form.Hold = await sessions.HoldOpenAsync(request, param, context.RequestAborted);
    }

    private async Task AuthenticateAsync(Credentials given, string address, UploadForm form, CancellationToken cancellationToken)
    {
        try
        {
            form.Caller = await credentials.AuthenticateAsync(given, address, cancellationToken);
        }
        catch (RuleViolationException refusal)
        {
            form.LoginRefusal = refusal;
        }
    }
}
