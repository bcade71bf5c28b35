namespace IpsJobs.Core.Messages;

/// <summary>Turns keys and arguments into text of a language.</summary>
public interface IMessageRenderer
{
    /// <summary>Renders in <paramref name="locale"/>, falling back to its language and then to the server's default.</summary>
    /// <param name="message">Key and arguments; an unknown key renders as the key itself, so that nothing is ever hidden.</param>
    /// <param name="locale">A locale such as <c>fr-CA</c>; null means the server's default.</param>
    string Render(LocalizedMessage message, string? locale);
}
