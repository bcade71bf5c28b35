using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Benchmarks.Search;

/// <summary>Fills a migrated database with the assets of one company.</summary>
internal sealed class SearchData(string database, int assets)
{
    /// <summary>Every fifth asset lies in it; the others are spread over a thousand folders.</summary>
    public const string BigFolder = "Bench1/big/";

    private const string Insert =
        """
        INSERT INTO "Assets" ("CompanyId", "NameSpace", "Name", "Type", "Folder", "FileName", "FileSize", "Sha256", "OptimizedPath", "Width",
        "Height", "Resolution", "OptimizedSize", "Keywords", "ReadyForPublish", "TrashState", "CreatedUtc", "CreatedBy", "ModifiedUtc",
        "ModifiedBy", "SubType", "Metadata", "MetadataUtc")
        VALUES (1, 0, $name, $type, $folder, $file, $size, $hash, $optimized, 640, 480, 72, 99999, $keywords, 1, 'NotInTrash', $at, 1, $at, 1, '',
        '{"dc:rights":"Ours","dc:description":"A picture of the day"}', $at)
        """;

    private const string InsertFolder = """INSERT INTO "Folders" ("CompanyId", "Path") VALUES (1, $path)""";

    private static readonly string[] Words = ["shoe", "bag", "hat", "coat"];
    private static readonly string[] Colours = ["red", "green", "blue", "black", "white"];
    private static readonly long Begin = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public bool Exists => File.Exists(database);

    public void Fill()
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = Prepare(connection, Insert, "$name", "$type", "$folder", "$file", "$size", "$hash", "$optimized", "$keywords", "$at");
            for (var i = 0; i < assets; i++)
                Add(insert, i);
            using var folder = Prepare(connection, InsertFolder, "$path");
            foreach (var path in Enumerable.Range(0, 1000).Select(Folder).Append("Bench1/").Append(BigFolder))
            {
                folder.Parameters[0].Value = path;
                folder.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private static void Add(SqliteCommand insert, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Words[number % Words.Length]}-{number:0000000}");
        object[] values =
        [
            name, number % 10 == 9 ? "Pdf" : "Image", number % 5 == 0 ? BigFolder : Folder(number % 1000), name + ".jpg", 1000 + (number % 9999),
            new byte[32], string.Create(CultureInfo.InvariantCulture, $"{number % 4096:x3}/{number:x32}.tif"),
            string.Create(CultureInfo.InvariantCulture, $"[\"{Colours[number / 7 % Colours.Length]}\",\"batch {number / 500}\"]"),
            Begin + (number * TimeSpan.TicksPerSecond),
        ];
        for (var i = 0; i < values.Length; i++)
            insert.Parameters[i].Value = values[i];
        insert.ExecuteNonQuery();
    }

    private static string Folder(int number) => string.Create(CultureInfo.InvariantCulture, $"Bench1/f{number:000}/");

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
