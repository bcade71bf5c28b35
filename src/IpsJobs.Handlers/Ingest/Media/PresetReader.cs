using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Properties;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Reads the values of a preset and keeps the first thing that is wrong with them.</summary>
internal sealed class PresetReader(PropertySet set, string name)
{
    /// <summary>Bit rates are given in units of so many bits per second.</summary>
    public const int Kilo = 1000;

    public LocalizedMessage? Problem { get; private set; }

    /// <summary>Null when absent or wrong.</summary>
    public double? Number(string property, double largest)
    {
        if (set.Find(property) is not { } text)
            return null;
        if (double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= largest)
            return number;
        Problem ??= new LocalizedMessage("Log.Media.PresetValue", name, property, text);
        return null;
    }

    /// <summary>Bits per second of a value in kilobits, with or without the <c>k</c> that encoders write.</summary>
    public long? BitRate(string property, long largest)
    {
        if (set.Find(property) is not { } text)
            return null;
        var digits = text.Trim().TrimEnd('k', 'K');
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var kilobits) && kilobits <= largest / Kilo)
            return kilobits * Kilo;
        Problem ??= new LocalizedMessage("Log.Media.PresetValue", name, property, text);
        return null;
    }

    /// <summary>The usual one when absent.</summary>
    public string Container(string property)
    {
        var text = set.Find(property)?.Trim().TrimStart('.') ?? VideoContainers.Mp4;
        if (VideoContainers.All.TryGetValue(text, out var container))
            return container;
        Problem ??= new LocalizedMessage("Log.Media.ContainerUnknown", name, text);
        return VideoContainers.Mp4;
    }
}
