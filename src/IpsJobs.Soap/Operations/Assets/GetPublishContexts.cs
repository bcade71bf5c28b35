using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Lists the publish contexts of a company, all or those of one type, by id.</summary>
internal sealed class GetPublishContexts(AssetScope scope, IAccountDirectory accounts) : IOperation
{
    public string Name => "getPublishContexts";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetPublishContextsParam)call.Param;
        var type = ListRules.OneOf(PublishContextTypes.All, param.ContextType, "", "contextType");
        var company = await scope.RequireAsync(call, param.CompanyHandle, cancellationToken);
        var contexts = (await accounts.ListContextsAsync(company.CompanyId, cancellationToken))
            .Where(context => type.Length == 0 || context.Type == type);
        return new GetPublishContextsReturn { PublishContextArray = ContextMapping.ToContract(contexts) };
    }
}
