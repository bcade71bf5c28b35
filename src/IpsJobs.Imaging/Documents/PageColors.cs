using IpsJobs.Core.Constants;
using UglyToad.PdfPig;

namespace IpsJobs.Imaging.Documents;

/// <summary>Finds the colour space that a page of a PDF is made in.</summary>
internal static class PageColors
{
    /// <summary>
    /// <see cref="Colorspaces.Gray"/> or <see cref="Colorspaces.Cmyk"/> where everything on the page is; otherwise, and where it cannot be
    /// told in time, <see cref="Colorspaces.Rgb"/>, which can show any page.
    /// </summary>
    public static async Task<string> FindAsync(string path, int page, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            return NameOf(await Task.Run(() => Read(path, page, deadline.Token), cancellationToken).WaitAsync(deadline.Token));
        }
        catch (Exception unreadable) when (!cancellationToken.IsCancellationRequested && unreadable is not OutOfMemoryException)
        {
            return Colorspaces.Rgb;
        }
    }

    private static string NameOf(ColorFamily families) => families switch
    {
        ColorFamily.Gray => Colorspaces.Gray,
        ColorFamily.Cmyk or (ColorFamily.Cmyk | ColorFamily.Gray) => Colorspaces.Cmyk,
        _ => Colorspaces.Rgb,
    };

    private static ColorFamily Read(string path, int page, CancellationToken cancellationToken)
    {
        using var document = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true });
        return new ColorWalk(document, cancellationToken).Read(page);
    }
}
