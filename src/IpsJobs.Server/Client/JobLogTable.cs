using System.Globalization;
using IpsJobs.Contracts;
using Spectre.Console;

namespace IpsJobs.Server.Client;

/// <summary>Shows a job log to people.</summary>
internal static class JobLogTable
{
    public static Table Of(JobLog log, ClientTexts texts)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(log.JobName ?? "")) };
        table.AddColumns(texts.Text("Table.Time"), texts.Text("Table.Type"), texts.Text("Table.Asset"), texts.Text("Table.Message"));
        foreach (var row in log.DetailArray?.Items ?? [])
        {
            table.AddRow(Time(row.DateCreated), Escape(row.LogType), Escape(row.AssetName), Escape(row.LogMessage));
            foreach (var aux in row.AuxArray?.Items ?? [])
                table.AddRow("", "  " + Escape(aux.LogType), "", Escape(aux.LogMessage));
        }

        return table;
    }

    /// <summary>Counters in one line.</summary>
    public static string Counters(JobLog log, ClientTexts texts) => texts.Text(
        "Table.Counters",
        Number(log.TotalFileCount),
        Number(log.FileSuccessCount),
        Number(log.FileUpdateCount),
        Number(log.FileDuplicateCount),
        Number(log.FileWarningCount),
        Number(log.FileErrorCount),
        texts.Text(log.FatalError == true ? "Mail.Yes" : "Mail.No"));

    /// <summary>True when nothing went wrong: no error of a file or a transfer, no fatal error.</summary>
    public static bool Succeeded(JobLog log) => log is { FatalError: false, FileErrorCount: 0, TransferErrorCount: 0 };

    private static string Number(int? value) => (value ?? 0).ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTime? value) => value?.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture) ?? "";

    private static string Escape(string? text) => Markup.Escape(text ?? "");
}
