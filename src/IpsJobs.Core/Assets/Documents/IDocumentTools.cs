namespace IpsJobs.Core.Assets;

/// <summary>Reads PDF, PostScript and Illustrator files with programs of their own, each without network and within limits.</summary>
public interface IDocumentTools
{
    /// <summary>Reason of an <see cref="ImageUnreadableException"/> for a document that needs a password.</summary>
    const string Locked = "Log.Document.Locked";

    /// <summary>Brings a document into PDF form, in which the other members read it.</summary>
    /// <param name="path">A PDF, PostScript, EPS or Illustrator file.</param>
    /// <param name="scratch">Existing directory for files in between.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>The file itself when it is a PDF, otherwise a new one in <paramref name="scratch"/>.</returns>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="ImageUnreadableException">The program cannot read the file, or would need more than the limits.</exception>
    Task<string> ToPdfAsync(string path, string scratch, CancellationToken cancellationToken);

    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="ImageUnreadableException">The file is damaged, or locked with a password.</exception>
    Task<DocumentFacts> ReadAsync(string pdfPath, CancellationToken cancellationToken);

    /// <summary>Draws a page into a TIFF with lossless compression.</summary>
    /// <param name="pdfPath">A PDF file.</param>
    /// <param name="order">Which page, and how.</param>
    /// <param name="scratch">Existing directory for files in between.</param>
    /// <param name="targetPath">File to write.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="ImageUnreadableException">The page cannot be drawn, or would be larger than allowed.</exception>
    Task DrawAsync(string pdfPath, PageOrder order, string scratch, string targetPath, CancellationToken cancellationToken);

    /// <summary>The words of a page, separated by blanks; empty for a page without text.</summary>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="ImageUnreadableException">The page cannot be read.</exception>
    Task<string> ReadWordsAsync(string pdfPath, int page, CancellationToken cancellationToken);

    /// <summary>The links of all pages, by page from 1; pages without links are absent. A file whose links cannot be read has none.</summary>
    Task<IReadOnlyDictionary<int, IReadOnlyList<PageLink>>> ReadLinksAsync(string pdfPath, CancellationToken cancellationToken);

    /// <summary>Fonts that the document needs and neither holds nor finds on this machine.</summary>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    Task<IReadOnlyList<string>> ListMissingFontsAsync(string pdfPath, CancellationToken cancellationToken);
}
