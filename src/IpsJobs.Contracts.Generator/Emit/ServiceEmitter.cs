using System.Linq;
using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Emit;

/// <summary>Emits the operations interface and its message contracts, for any ServiceModel client or host.</summary>
internal static class ServiceEmitter
{
    private const string HeaderElement = "authHeader";

    public static string Emit(ContractModel model)
    {
        var code = new CodeWriter("System.ServiceModel", "System.Threading.Tasks");
        code.Summary("The API as ServiceModel clients see it, in the namespace of the WSDL file's version.");
        code.Line($"[ServiceContract(Namespace = \"{model.ServiceNamespace}\", Name = \"{model.PortType}\")]");
        code.Open("public interface IIpsApi");
        foreach (var operation in model.Operations)
            EmitOperation(code, model, operation);
        code.Close();
        foreach (var operation in model.Operations)
        {
            EmitMessage(code, model, operation.MethodName + "Request", operation.RequestElement, operation.RequestClass, withHeader: true);
            EmitMessage(code, model, operation.MethodName + "Response", operation.ReplyElement, operation.ReplyClass, withHeader: false);
        }

        return code.ToString();
    }

    private static void EmitOperation(CodeWriter code, ContractModel model, OperationModel operation)
    {
        var versions = VersionText.Describe(operation.Since, VersionTable.LaterOrdinal, model.Versions);
        code.Summary($"Operation <c>{operation.Name}</c>, {versions}.");
        code.Line($"[OperationContract(Name = \"{operation.Name}\", Action = \"{operation.Name}\", ReplyAction = \"*\")]");
        code.Line("[XmlSerializerFormat(SupportFaults = true)]");
        foreach (var fault in model.Types.Where(type => type.Role == TypeRole.Fault))
        {
            code.Line($"[FaultContract(typeof({fault.ClassName}), Action = \"{operation.Name}\", "
                + $"Name = \"{fault.Name}\", Namespace = \"{fault.Namespace}\")]");
        }

        code.Line($"Task<{operation.MethodName}Response> {operation.MethodName}Async({operation.MethodName}Request request);").Line("");
    }

    private static void EmitMessage(
        CodeWriter code, ContractModel model, string className, string element, string bodyClass, bool withHeader)
    {
        code.Line("").Summary($"The message that carries <c>{element}</c>.");
        code.Line("[MessageContract(IsWrapped = false)]");
        code.Open($"public sealed partial class {className}");
        if (withHeader)
        {
            var header = Naming.Pascal(HeaderElement);
            code.Summary("Credentials and what the caller asks of the reply.");
            code.Line($"[MessageHeader(Name = \"{HeaderElement}\", Namespace = \"{model.TypesNamespace}\")]");
            code.Line($"public {header}? {header} {{ get; set; }}").Line("");
        }

        code.Summary("The body.");
        code.Line($"[MessageBodyMember(Name = \"{element}\", Namespace = \"{model.TypesNamespace}\", Order = 0)]");
        code.Line($"public {bodyClass}? {bodyClass} {{ get; set; }}");
        code.Close();
    }
}
