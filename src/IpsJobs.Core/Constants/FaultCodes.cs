namespace IpsJobs.Core.Constants;

/// <summary>The <c>code</c> of a fault: 1xxxx authentication, 2xxxx authorisation, 3xxxx everything else.</summary>
public static class FaultCodes
{
    public const int NoCredentials = 10000;
    public const int InvalidCredentials = 10001;
    public const int InvalidUser = 10002;

    public const int InvalidCompany = 20000;
    public const int InvalidRequestUsername = 20001;
    public const int InvalidRequestUser = 20002;
    public const int NoOperationPermission = 20003;
    public const int NoImpersonationPermission = 20004;
    public const int IllegalParameterValue = 20005;
    public const int IllegalCompany = 20006;
    public const int IllegalRequestUser = 20007;
    public const int IllegalAccessGroup = 20008;
    public const int MissingPermission = 20009;

    public const int Exception = 30000;
    public const int InvalidParameter = 30001;
    public const int MissingParameter = 30002;
    public const int InvalidRequestXml = 30003;
}
