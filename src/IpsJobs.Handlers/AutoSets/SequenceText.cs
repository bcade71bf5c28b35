using System.Text;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Takes a comma-separated list of regular expressions apart.</summary>
public static class SequenceText
{
    /// <summary>The expressions, trimmed, without empty ones; commas in brackets of any kind and after a backslash belong to theirs.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var (depth, inClass) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ',' && depth == 0 && !inClass)
            {
                Add(parts, part);
                continue;
            }

            part.Append(c);
            if (c == '\\' && i + 1 < text.Length)
                part.Append(text[++i]);
            else if (inClass)
                inClass = c != ']';
            else if (c == '[')
                inClass = true;
            else
                depth = Math.Max(0, depth + StepOf(c));
        }

        Add(parts, part);
        return parts;
    }

    private static int StepOf(char c) => c switch
    {
        '(' or '{' => 1,
        ')' or '}' => -1,
        _ => 0,
    };

    private static void Add(List<string> parts, StringBuilder part)
    {
        var text = part.ToString().Trim();
        part.Clear();
        if (text.Length > 0)
            parts.Add(text);
    }
}
