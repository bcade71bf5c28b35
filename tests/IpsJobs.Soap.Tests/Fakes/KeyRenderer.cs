using IpsJobs.Core.Messages;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Shows locale, key and arguments instead of a text: <c>[fr] Fault.Missing(jobName)</c>.</summary>
internal sealed class KeyRenderer : IMessageRenderer
{
    public string Render(LocalizedMessage message, string? locale) =>
        $"[{locale ?? "default"}] {message.Key}({string.Join(", ", message.Arguments)})";
}
