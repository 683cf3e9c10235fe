using System.Globalization;

namespace TestDataGen.Generation.Tests;

/// <summary>Generators as someone writes them who has only read the documentation.</summary>
internal sealed class Sample(Func<GeneratorRow, GeneratorRandom, IReadOnlyList<object>, object?> next, bool isUnique = false) : ITdgGenerator
{
    private int _calls;

    public bool IsUnique => isUnique;

    public int Calls => _calls;

    public object? Next(GeneratorRow row, GeneratorRandom random, IReadOnlyList<object> arguments)
    {
        Interlocked.Increment(ref _calls);
        return next(row, random, arguments);
    }

    /// <summary>A prefix, digits, and the first letter of the row's name.</summary>
    public static Sample Sku { get; } = new((row, random, arguments) =>
    {
        string prefix = arguments.Count > 0 ? (string)arguments[0] : "S";
        int digits = arguments.Count > 1 ? (int)(long)arguments[1] : 4;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{random.NextInt64((long)Math.Pow(10, digits)).ToString(new string('0', digits), CultureInfo.InvariantCulture)}{random.Pick(["x", "y"])}");
    });
}
