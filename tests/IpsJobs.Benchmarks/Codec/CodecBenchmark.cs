using System.Diagnostics;
using System.Globalization;

namespace IpsJobs.Benchmarks.Codec;

/// <summary>Reading and writing submissions with the codec, against the bare XML classes and against XmlSerializer.</summary>
/// <remarks>Claims: reading costs at most 1.8 times what <c>XmlReader</c> alone does, and XmlSerializer takes at least 1.4 times as long.</remarks>
internal static class CodecBenchmark
{
    private const int Rounds = 15;
    private const double MaxOverFloor = 1.8;
    private const double MinUnderSerializer = 1.4;

    /// <summary>Prints the figures.</summary>
    /// <returns>False when a claim does not hold.</returns>
    public static bool Run(TimeSpan duration)
    {
        var holds = true;
        foreach (var (name, param) in new[] { ("1.5 KB", CodecDocuments.Small()), ("1,000 URLs", CodecDocuments.Large()) })
        {
            var cases = new CodecCases(param);
            Print($"submitJob, {name}: {cases.Bytes.Length} bytes");
            var read = Measure(duration, cases.ReadNothing, cases.ReadByCodec, cases.ReadBySerializer);
            Report("read", "XmlReader alone", read);
            holds &= read[1].Microseconds <= MaxOverFloor * read[0].Microseconds;
            holds &= read[2].Microseconds >= MinUnderSerializer * read[1].Microseconds;
            Report("write", "XmlWriter alone", Measure(duration, cases.WriteNothingButNodes, cases.WriteByCodec, cases.WriteBySerializer));
        }

        Print(holds ? "the claims on reading hold" : "A CLAIM ON READING DOES NOT HOLD");
        return holds;
    }

    // Rounds of all candidates alternate, so that whatever else the machine does hits them alike; medians forget the rest.
    private static (double Microseconds, long Bytes)[] Measure(TimeSpan duration, params Action[] candidates)
    {
        var slice = duration / (Rounds * candidates.Length);
        foreach (var candidate in candidates)
            Repeat(candidate, duration / candidates.Length);
        var times = candidates.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < candidates.Length; i++)
                times[i].Add(Repeat(candidates[i], slice));
        }

        return [.. candidates.Select((candidate, i) => (times[i].Order().ElementAt(Rounds / 2), Allocated(candidate)))];
    }

    private static double Repeat(Action action, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        do
        {
            action();
            count++;
        }
        while (clock.Elapsed < duration);
        return clock.Elapsed.TotalMicroseconds / count;
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Report(string what, string floorName, (double Microseconds, long Bytes)[] results)
    {
        var (floor, codec, serializer) = (results[0], results[1], results[2]);
        Print($"  {what,-5} {floorName,-16} {floor.Microseconds,9:0.0} us {floor.Bytes,9} bytes allocated");
        Print($"  {what,-5} {"codec",-16} {codec.Microseconds,9:0.0} us {codec.Bytes,9} bytes allocated");
        Print($"  {what,-5} {"XmlSerializer",-16} {serializer.Microseconds,9:0.0} us {serializer.Bytes,9} bytes allocated");
        Print($"        codec takes {codec.Microseconds / floor.Microseconds:0.00} of the floor, XmlSerializer {serializer.Microseconds / codec.Microseconds:0.00} of the codec");
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Print(string text) => Console.WriteLine(text);
}
