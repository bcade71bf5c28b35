using System.Text;
using IpsJobs.Core.Messages;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Draws the clipping path of a document as a grey mask, white inside.</summary>
internal static class PathMask
{
    private const int Alpha = 3;

    /// <summary>Draws the mask in the size of the picture.</summary>
    /// <param name="path">The document.</param>
    /// <param name="stored">The picture before it is turned upright: paths are drawn on that.</param>
    /// <param name="remarks">Says so when the path cannot be read.</param>
    /// <returns>Null when there is no path.</returns>
    public static Image? Find(string path, Image stored, List<LocalizedMessage> remarks)
    {
        try
        {
            return ClippingPath.Find(ResourceFinder.Find(path), stored.Width, stored.Height) is { } drawn ? Draw(drawn, stored) : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or VipsException)
        {
            remarks.Add(new LocalizedMessage("Log.Image.PathUnreadable"));
            return null;
        }
    }

    private static Image Draw(string path, Image stored)
    {
        var svg = $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{stored.Width}" height="{stored.Height}"><path fill-rule="evenodd" d="{path}"/></svg>
            """;
        using var drawn = Image.SvgloadBuffer(Encoding.ASCII.GetBytes(svg));
        using var coverage = drawn[Alpha];
        using var grey = coverage.Copy(interpretation: Enums.Interpretation.Bw);
        using var marked = grey.Mutate(m =>
        {
            if (stored.Contains("orientation"))
                m.Set(GValue.GIntType, "orientation", (int)stored.Get("orientation"));
        });
        using var upright = marked.Autorot();
        return upright.CopyMemory();
    }
}
