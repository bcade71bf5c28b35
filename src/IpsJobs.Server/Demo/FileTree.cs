using Spectre.Console;

namespace IpsJobs.Server.Demo;

/// <summary>Shows a directory to people.</summary>
internal static class FileTree
{
    public static Tree Of(string root)
    {
        var tree = new Tree(Markup.Escape(Path.GetFileName(root) + "/"));
        Add(tree, root);
        return tree;
    }

    private static void Add(IHasTreeNodes parent, string directory)
    {
        foreach (var child in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal))
            Add(parent.AddNode(Markup.Escape(Path.GetFileName(child) + "/")), child);
        foreach (var file in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
            parent.AddNode(Markup.Escape($"{Path.GetFileName(file)}  {new FileInfo(file).Length} bytes"));
    }
}
