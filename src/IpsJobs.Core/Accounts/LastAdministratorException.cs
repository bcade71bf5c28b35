namespace IpsJobs.Core.Accounts;

/// <summary>The change would leave nobody who can log in as IpsAdmin; nothing has been stored.</summary>
public sealed class LastAdministratorException() : Exception("The last IpsAdmin who can log in must stay one");
