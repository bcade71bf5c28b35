using IpsJobs.Core.Accounts;

namespace IpsJobs.Scheduling.Tests.Fakes;

/// <summary>Every company exists, with uploads as wide as asked for.</summary>
internal sealed class FakeAccounts : IAccountDirectory
{
    public int UploadLaneSize { get; set; } = 1;

    public Exception? Failure { get; set; }

    public ValueTask<Company?> FindCompanyAsync(int companyId, CancellationToken cancellationToken) => Failure is { } failure
        ? throw failure
        : ValueTask.FromResult<Company?>(new Company
        {
            CompanyId = companyId,
            Name = "Sample Company",
            RootPath = "SampleCompany/",
            UploadLaneSize = UploadLaneSize,
        });

    public ValueTask<Company?> FindCompanyByNameAsync(string name, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<IReadOnlyList<Company>> ListCompaniesAsync(CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Account?> FindAccountAsync(string email, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Account?> FindAccountAsync(int userId, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<IReadOnlyList<Account>> ListAccountsAsync(CancellationToken cancellationToken) => throw Unused();

    public ValueTask<IReadOnlyList<PublishContext>> ListContextsAsync(int companyId, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<IReadOnlyList<PublishServer>> ListServersAsync(int contextId, CancellationToken cancellationToken) => throw Unused();

    private static NotSupportedException Unused() => new("The dispatcher has no business with this");
}
