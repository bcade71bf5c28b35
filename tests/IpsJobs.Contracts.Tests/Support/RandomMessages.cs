using System.Collections;
using System.Reflection;
using System.Xml.Serialization;

namespace IpsJobs.Contracts.Tests.Support;

/// <summary>Fills messages with random values: every required element, most optional ones, awkward text and extreme numbers.</summary>
internal sealed class RandomMessages(int seed, bool withForeignVersions)
{
    private static readonly string[] Texts =
    [
        "", " ", "plain", "c|47", "Grüße, Welt", "日本語のジョブ", "🙂🚀", "a<b>&\"'c", "]]>", "  padded  ", "line\nbreak\r\nand\ttab",
        "\u0085\u2028", "ÿ\uD7FF\uE000\uFFFD", new string('x', 5000),
    ];

    private static readonly int[] Ints = [0, 1, -1, 47, int.MaxValue, int.MinValue];
    private static readonly long[] Longs = [0, 1, -1, 5_000_000_000, long.MaxValue, long.MinValue];

    private static readonly double[] Doubles =
    [
        0, -0.0, 1, 72, 0.1, -1.5e-7, 1e21, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    private readonly Random _random = new(seed);

    public IContractType Next(Type type)
    {
        var message = (IContractType)Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            var isForeign = property.GetCustomAttribute<XmlIgnoreAttribute>() is not null;
            if (isForeign && !withForeignVersions)
                continue;
            if (property.GetValue(message) is IList list)
                Fill(list, property.PropertyType.GetGenericArguments()[0], IsRequired(message, property) ? 1 : 0);
            else if (IsRequired(message, property))
                property.SetValue(message, property.PropertyType == typeof(string) ? NextFilledText() : NextValue(property.PropertyType));
            else if (_random.Next(10) < 6)
                property.SetValue(message, NextValue(property.PropertyType));
        }

        return message;
    }

    // The type itself knows what it needs: an empty instance misses its first required element, one after another.
    private static bool IsRequired(IContractType message, PropertyInfo property) =>
        message.FindMissing(ContractVersion.Latest) is { } missing
        && missing == property.GetCustomAttribute<XmlElementAttribute>()?.ElementName;

    private void Fill(IList list, Type itemType, int atLeast)
    {
        for (var count = Math.Max(_random.Next(4), atLeast); count > 0; count--)
            list.Add(NextValue(itemType));
    }

    private object NextValue(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (typeof(IContractType).IsAssignableFrom(plain))
            return Next(plain);
        return Type.GetTypeCode(plain) switch
        {
            TypeCode.String => Pick(Texts),
            TypeCode.Boolean => _random.Next(2) == 0,
            TypeCode.Int32 => Pick(Ints),
            TypeCode.Int64 => Pick(Longs),
            TypeCode.Double => Pick(Doubles),
            TypeCode.DateTime => NextDate(),
            _ => throw new InvalidOperationException($"No random value for {type}."),
        };
    }

    // A required text that is empty counts as missing.
    private string NextFilledText() => "x" + Pick(Texts);

    private DateTime NextDate()
    {
        var milliseconds = _random.NextInt64((long)TimeSpan.FromDays(3_600_000).TotalMilliseconds);
        var kind = _random.Next(3) == 0 ? DateTimeKind.Unspecified : DateTimeKind.Utc;
        return new DateTime(2, 1, 1, 0, 0, 0, kind).AddMilliseconds(milliseconds);
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
