using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Faults;

/// <summary>One factory per rule that a request can break: code and reason stand here and nowhere else.</summary>
public static class Violations
{
    public static RuleViolationException NoCredentials() => New(FaultCodes.NoCredentials, "Fault.NoCredentials");

    public static RuleViolationException InvalidCredentials() => New(FaultCodes.InvalidCredentials, "Fault.InvalidCredentials");

    /// <param name="minutes">After which logins are looked at again.</param>
    public static RuleViolationException TooManyLogins(int minutes) =>
        New(FaultCodes.InvalidCredentials, "Fault.TooManyLogins", Number(minutes));

    public static RuleViolationException InvalidUser(string email) => New(FaultCodes.InvalidUser, "Fault.InvalidUser", email);

    public static RuleViolationException InvalidCompany(string handle) => New(FaultCodes.InvalidCompany, "Fault.InvalidCompany", handle);

    public static RuleViolationException InvalidUserHandle(string handle) =>
        New(FaultCodes.InvalidRequestUsername, "Fault.InvalidUserHandle", handle);

    public static RuleViolationException InvalidTargetUser(string email) => New(FaultCodes.InvalidRequestUser, "Fault.InvalidUser", email);

    public static RuleViolationException NoOperationPermission(string operation) =>
        New(FaultCodes.NoOperationPermission, "Fault.NoOperationPermission", operation);

    public static RuleViolationException NoImpersonation(string email, string target) =>
        New(FaultCodes.NoImpersonationPermission, "Fault.NoImpersonation", email, target);

    public static RuleViolationException IllegalParameterValue(string email, string parameter) =>
        New(FaultCodes.IllegalParameterValue, "Fault.IllegalParameterValue", email, parameter);

    public static RuleViolationException IllegalCompany(string email, string company) =>
        New(FaultCodes.IllegalCompany, "Fault.NotAMember", email, company);

    public static RuleViolationException IllegalTargetUser(string target, string company) =>
        New(FaultCodes.IllegalRequestUser, "Fault.NotAMember", target, company);

    public static RuleViolationException IllegalAccessGroup(string email, string group) =>
        New(FaultCodes.IllegalAccessGroup, "Fault.NotInGroup", email, group);

    public static RuleViolationException MissingPermission(string email, string permission, string path) =>
        New(FaultCodes.MissingPermission, "Fault.MissingPermission", email, permission, path);

    public static RuleViolationException ScheduledNameTaken(string name) =>
        New(FaultCodes.Exception, "Fault.ScheduledNameTaken", name);

    public static RuleViolationException NameTaken(string name) => New(FaultCodes.Exception, "Fault.NameTaken", name);

    public static RuleViolationException AssetInTrash(string name) => New(FaultCodes.Exception, "Fault.AssetInTrash", name);

    public static RuleViolationException AssetNotInTrash(string name) => New(FaultCodes.Exception, "Fault.AssetNotInTrash", name);

    public static RuleViolationException AssetEmptied(string name) => New(FaultCodes.Exception, "Fault.AssetEmptied", name);

    /// <param name="name">Name of an asset that one request names more than once.</param>
    public static RuleViolationException NamedTwice(string name) => New(FaultCodes.Exception, "Fault.NamedTwice", name);

    public static RuleViolationException NameBusy(string name) => New(FaultCodes.Exception, "Fault.NameBusy", name);

    public static RuleViolationException FolderBusy(string folder) => New(FaultCodes.Exception, "Fault.FolderBusy", folder);

    public static RuleViolationException AlreadyInFolder(string name, string folder) =>
        New(FaultCodes.Exception, "Fault.AlreadyInFolder", name, folder);

    /// <summary>Somebody else was faster.</summary>
    public static RuleViolationException AssetChanged() => New(FaultCodes.Exception, "Fault.AssetChanged");

    public static RuleViolationException AlreadyAMember(string email, string company) =>
        New(FaultCodes.Exception, "Fault.AlreadyAMember", email, company);

    public static RuleViolationException LastAdministrator(string email) => New(FaultCodes.Exception, "Fault.LastAdministrator", email);

    public static RuleViolationException NoActivePublishServer(string context) =>
        New(FaultCodes.Exception, "Fault.NoActivePublishServer", context);

    public static RuleViolationException OperationUnavailable(string operation) =>
        New(FaultCodes.Exception, "Fault.OperationUnavailable", operation);

    public static RuleViolationException JobTypeUnavailable(string jobType) =>
        New(FaultCodes.Exception, "Fault.JobTypeUnavailable", jobType);

    public static RuleViolationException LaneFull(int waiting) =>
        New(FaultCodes.Exception, "Fault.LaneFull", Number(waiting));

    public static RuleViolationException Unexpected(string reference) => New(FaultCodes.Exception, "Fault.Unexpected", reference);

    public static RuleViolationException Missing(string path) => New(FaultCodes.MissingParameter, "Fault.Missing", path);

    public static RuleViolationException InvalidValue(string value, string path) =>
        New(FaultCodes.InvalidParameter, "Fault.InvalidValue", value, path);

    /// <param name="reason">What is wrong with the preset that a handle names.</param>
    /// <param name="path">Path of the handle below the request's root.</param>
    public static RuleViolationException UnusablePreset(LocalizedMessage reason, string path) =>
        New(FaultCodes.InvalidParameter, "Fault.UnusablePreset", NestedMessage.Write(reason), path);

    /// <param name="value">The value as given.</param>
    /// <param name="path">Path of the element below the request's root.</param>
    /// <param name="range">Allowed values in a form such as <c>1-2400</c>.</param>
    public static RuleViolationException OutOfRange(string value, string path, string range) =>
        New(FaultCodes.InvalidParameter, "Fault.OutOfRange", value, path, range);

    public static RuleViolationException OnlyOneOf(string list) => New(FaultCodes.InvalidParameter, "Fault.OnlyOneOf", list);

    public static RuleViolationException InvalidSchedule(string value, LocalizedMessage reason) =>
        New(FaultCodes.InvalidParameter, "Fault.InvalidSchedule", value, NestedMessage.Write(reason));

    public static RuleViolationException ScheduleNeverFires(string value) =>
        New(FaultCodes.InvalidParameter, "Fault.ScheduleNeverFires", value);

    public static RuleViolationException ScheduleTooDense(string value) =>
        New(FaultCodes.InvalidParameter, "Fault.ScheduleTooDense", value);

    public static RuleViolationException InvalidJobHandle(string handle) =>
        New(FaultCodes.InvalidParameter, "Fault.InvalidJobHandle", handle);

    public static RuleViolationException JobNotFound(string handle) => New(FaultCodes.InvalidParameter, "Fault.JobNotFound", handle);

    /// <param name="handle">Handle, or name where the request gave one, of the upload session.</param>
    public static RuleViolationException SessionClosed(string handle) => New(FaultCodes.InvalidParameter, "Fault.SessionClosed", handle);

    public static RuleViolationException FileTooLarge(string name, long limit) =>
        New(FaultCodes.InvalidParameter, "Fault.FileTooLarge", name, limit.ToString(CultureInfo.InvariantCulture));

    public static RuleViolationException JobOfOtherCompany(string handle, string company) =>
        New(FaultCodes.InvalidParameter, "Fault.JobOfOtherCompany", handle, company);

    /// <param name="name">The job's name.</param>
    /// <param name="expected">What it would have to be: <c>Scheduled</c>, <c>Active</c> or <c>Recurring</c>.</param>
    public static RuleViolationException JobIsNot(string name, string expected) =>
        New(FaultCodes.InvalidParameter, "Fault.JobIsNot" + expected, name);

    public static RuleViolationException InvalidHandle(string handle, string path) =>
        New(FaultCodes.InvalidParameter, "Fault.InvalidHandle", handle, path);

    /// <param name="member">Name of the set itself, or of one that it is in.</param>
    /// <param name="set">Name of the set that was to have it as a member.</param>
    public static RuleViolationException SetInItself(string member, string set) =>
        New(FaultCodes.InvalidParameter, "Fault.SetInItself", member, set);

    public static RuleViolationException ArchiveUnreadable(string fileName) =>
        New(FaultCodes.Exception, "Fault.ArchiveUnreadable", fileName);

    public static RuleViolationException TooManyItems(string path, int limit) =>
        New(FaultCodes.InvalidParameter, "Fault.TooManyItems", path, Number(limit));

    public static RuleViolationException InvalidPath(string value, string path) =>
        New(FaultCodes.InvalidParameter, "Fault.InvalidPath", value, path);

    public static RuleViolationException InvalidUrl(string value, string path) =>
        New(FaultCodes.InvalidParameter, "Fault.InvalidUrl", value, path);

    public static RuleViolationException InvalidJobName(string value) =>
        New(FaultCodes.InvalidParameter, "Fault.InvalidJobName", value);

    public static RuleViolationException InvalidLocale(string value) =>
        New(FaultCodes.InvalidParameter, "Fault.InvalidLocale", value);

    public static RuleViolationException PasswordLength(int least, int most) =>
        New(FaultCodes.InvalidParameter, "Fault.PasswordLength", Number(least), Number(most));

    public static RuleViolationException PasswordTooPlain() => New(FaultCodes.InvalidParameter, "Fault.PasswordTooPlain");

    public static RuleViolationException InvalidRequestXml(string detail) =>
        New(FaultCodes.InvalidRequestXml, "Fault.InvalidRequestXml", detail);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static RuleViolationException New(int code, string key, params string[] arguments) =>
        new(code, new LocalizedMessage(key, arguments));
}
