using System;
using System.Collections.Generic;
using System.Linq;

namespace IpsJobs.Contracts.Generator.Model;

/// <summary>The versions file: the versions in order, and what not all of them have.</summary>
/// <remarks>The generator reads it to guard the codec, the contracts library to derive the WSDL of each version.</remarks>
internal sealed class VersionTable
{
    /// <summary>The ordinal of all versions after the last known one, which the file calls <c>later</c>.</summary>
    public const int LaterOrdinal = 8;

    private const string Later = "later";
    private readonly List<string> _versions = [];
    private readonly List<VersionRow> _rows = [];

    private VersionTable()
    {
    }

    /// <summary>The names in order; the first is the unversioned namespace.</summary>
    public IReadOnlyList<string> Versions => _versions;

    public IReadOnlyList<VersionRow> Rows => _rows;

    /// <exception cref="FormatException">A row has an unknown kind or version, or too few columns.</exception>
    public static VersionTable Parse(string text)
    {
        var table = new VersionTable();
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(IsRow))
            table.Add(line);
        if (table._versions.Count != LaterOrdinal)
            throw new FormatException($"{LaterOrdinal} versions are expected, the file lists {table._versions.Count}");
        return table;
    }

    public VersionRow? Find(string kind, string name, string element = "") =>
        _rows.FirstOrDefault(row => row.Kind == kind && row.Name == name && row.Element == element);

    private static bool IsRow(string line) =>
        line.Length > 0 && line[0] != '#' && !line.StartsWith("kind\t", StringComparison.Ordinal);

    private void Add(string line)
    {
        var cells = line.Split('\t').Concat(Enumerable.Repeat("", 9)).ToArray();
        if (cells[0] == "version")
            _versions.Add(cells[1]);
        else
            _rows.Add(ToRow(line, cells));
    }

    private VersionRow ToRow(string line, string[] cells)
    {
        if (cells[0] is not ("element" or "operation" or "header") || cells[1].Length == 0)
            throw new FormatException($"'{line}' is not a row of a known kind");
        var until = cells[4].Length == 0 ? LaterOrdinal : Ordinal(line, cells[4]);
        return new VersionRow(
            cells[0], cells[1], cells[2], Ordinal(line, cells[3]), until, cells[5], cells[6], cells[7], cells[8]);
    }

    private int Ordinal(string line, string version)
    {
        if (version == Later)
            return LaterOrdinal;
        var ordinal = _versions.IndexOf(version);
        return ordinal >= 0 ? ordinal : throw new FormatException($"'{line}' names the unknown version '{version}'");
    }
}
