namespace IpsJobs.Contracts;

/// <summary>A document is well-formed XML but not a message of the contract; the sender has to change it.</summary>
public sealed class ContractFormatException(string detail) : Exception(detail)
{
    private const int MaxQuoted = 80;

    /// <summary>Names the element and what is wrong with it; quotes at most 200 characters of the document.</summary>
    public string Detail { get; } = detail;

    internal static ContractFormatException Unknown(string element, string parent) =>
        new($"Element '{Quote(element)}' is not known in '{Quote(parent)}'");

    internal static ContractFormatException ForeignNamespace(string element, string parent) =>
        new($"Element '{Quote(element)}' in '{Quote(parent)}' is not in a namespace of the API");

    internal static ContractFormatException Repeated(string element, string parent) =>
        new($"Element '{Quote(element)}' occurs more than once in '{Quote(parent)}'");

    internal static ContractFormatException OutOfOrder(string element, string parent) =>
        new($"Element '{Quote(element)}' is out of order in '{Quote(parent)}'");

    internal static ContractFormatException NotInVersion(string element, string parent) =>
        new($"Element '{Quote(element)}' does not exist in '{Quote(parent)}' of this version");

    internal static ContractFormatException Text(string parent) =>
        new($"Text is not allowed in '{Quote(parent)}'");

    internal static ContractFormatException TooDeep(string element) =>
        new($"Elements in '{Quote(element)}' are nested too deeply");

    internal static ContractFormatException Value(ReadOnlySpan<char> value, string type, string element) =>
        new($"'{Quote(value)}' is not a valid xsd:{type} in '{Quote(element)}'");

    private static string Quote(ReadOnlySpan<char> text) =>
        text.Length <= MaxQuoted ? text.ToString() : string.Concat(text[..MaxQuoted], "…");
}
