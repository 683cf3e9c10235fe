using System.Globalization;
using TestDataGen.Generation;

namespace ExampleGenerators;

/// <summary>Tracking numbers of parcels: the carrier's two letters from the row itself, the row's number, and a check digit.</summary>
public sealed class TrackingNumberGenerator : ITdgGenerator
{
    /// <summary>The row's number is in each of them.</summary>
    public bool IsUnique => true;

    /// <inheritdoc/>
    public object? Next(GeneratorRow row, GeneratorRandom random, IReadOnlyList<object> arguments)
    {
        ArgumentNullException.ThrowIfNull(row);
        // Whole batches of the field `carrier` are computed when it is asked for the first time, and no other field is.
        string carrier = row.Get<string>("carrier");
        string number = row.Number.ToString("D9", CultureInfo.InvariantCulture);
        int check = number.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 3 : 1)).Sum() % 10;
        return $"{carrier[..2].ToUpperInvariant()}{number}{check}";
    }
}
