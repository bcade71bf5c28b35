using System.Globalization;
using System.Text;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Damages recorded requests: the same seed gives the same bytes.</summary>
internal sealed class ByteMutation(int seed)
{
    private const int MaxChanges = 4;
    private const int MaxRun = 40;

    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[][] Recordings = [.. RecordingFiles.Names.Select(RecordingFiles.Request)];

    private static readonly byte[][] Awkward =
    [
        .. new[]
        {
            "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<?", "&#0;", "&#x110000;", "&#xD800;", "&lt;", "&x;", "\"", "'", "/", "/>",
            "xmlns=\"\"", "xmlns:", "xsi:nil=\"true\"", "\0", "\r\n", "\r\n\r\n", " ", "=", "|", "..", "99999999999999999999", "-1", "NaN",
        }.Select(Encoding.ASCII.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1F, 0x8B],
    ];

    private readonly Random random = new(seed);

    /// <summary>Damaged bytes, and whether they still are one whole HTTP request.</summary>
    public (byte[] Bytes, bool IsWhole) Next()
    {
        var recording = Pick(Recordings);
        var end = recording.AsSpan().IndexOf(EndOfHead);
        var length = ContentLength(recording.AsSpan(0, end));
        // Mostly the content is damaged: HTTP itself is read by Kestrel, and soon says no.
        if (length is null || random.Next(10) < 2)
            return (Damage(recording), IsWhole: false);
        var body = Damage(recording.AsSpan(end + EndOfHead.Length, length.Value).ToArray());
        return (Rebuild(recording.AsSpan(0, end), body), IsWhole: true);
    }

    private static int? ContentLength(ReadOnlySpan<byte> head)
    {
        const string Name = "Content-Length: ";
        var line = Encoding.Latin1.GetString(head).Split("\r\n").FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
        return line is null ? null : int.Parse(line[Name.Length..], CultureInfo.InvariantCulture);
    }

    private static byte[] Rebuild(ReadOnlySpan<byte> head, byte[] body)
    {
        string[] own = ["Content-Length:", "Connection:", "Expect:"];
        var lines = Encoding.Latin1.GetString(head).Split("\r\n").Where(line => !own.Any(name => line.StartsWith(name, StringComparison.Ordinal)));
        var text = string.Join("\r\n", [.. lines, "Connection: close", $"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}"]);
        return [.. Encoding.Latin1.GetBytes(text), .. EndOfHead, .. body];
    }

    private byte[] Damage(byte[] bytes)
    {
        var damaged = bytes.ToList();
        for (var changes = random.Next(1, MaxChanges + 1); changes > 0; changes--)
            Change(damaged);
        return [.. damaged];
    }

    private void Change(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var run = Math.Min(random.Next(1, MaxRun), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, run);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, run));
                break;
            case 3 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                var other = Pick(Recordings);
                bytes.InsertRange(at, other.AsSpan(random.Next(other.Length - MaxRun), MaxRun).ToArray());
                break;
            default:
                bytes.InsertRange(at, Pick(Awkward));
                break;
        }
    }

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
