using System.Globalization;
using TestDataGen.Generation;

namespace ExampleGenerators;

/// <summary>Article numbers: a prefix, a hyphen and digits: <c>sku("A", 5)</c> gives A-04711.</summary>
public sealed class SkuGenerator : ITdgGenerator
{
    /// <inheritdoc/>
    public object? Next(GeneratorRow row, GeneratorRandom random, IReadOnlyList<object> arguments)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(arguments);
        string prefix = arguments.Count > 0 ? (string)arguments[0] : "S";
        int digits = arguments.Count > 1 ? (int)(long)arguments[1] : 6;
        long number = random.NextInt64((long)Math.Pow(10, digits));
        return $"{prefix}-{number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}";
    }
}
