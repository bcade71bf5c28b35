using System.Net;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>Writes the clickable areas of an image as servers hand them out.</summary>
public static class ImageMaps
{
    /// <summary>Complete AREA elements, the front one first.</summary>
    public static string Areas(IReadOnlyList<AssetMap> maps) => string.Concat(maps.Select(Area));

    private static string Area(AssetMap map)
    {
        var action = map.Action.Length > 0 ? $" HREF=\"{Escape(map.Action)}\"" : " NOHREF=\"NOHREF\"";
        var name = map.Name.Length > 0 ? $" ALT=\"{Escape(map.Name)}\"" : "";
        return $"<AREA SHAPE=\"{Escape(map.Shape)}\" COORDS=\"{Escape(map.Region)}\"{action}{name}/>";
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
