namespace TestDataGen.Generation;

/// <summary>
/// An own generator: where the values of a field come from that names it, as <c>code: string(12) sku("A", 5)</c> names <c>sku</c>.
/// </summary>
/// <remarks>
/// A value may depend on the row, on the random numbers it is handed and on the arguments, and on nothing else: then the same seed gives the same data with any number of
/// threads, in any partition. All filling threads call one object at the same time, so it keeps nothing from call to call.
/// </remarks>
public interface ITdgGenerator
{
    /// <summary>Whether different rows always give different values. A field that is <c>unique</c> takes no other generator.</summary>
    bool IsUnique => false;

    /// <summary>Makes one value.</summary>
    /// <param name="row">The row it is for: its other fields, which are computed when they are asked for.</param>
    /// <param name="random">The random numbers of this cell.</param>
    /// <param name="arguments">
    /// What stands in brackets behind the generator's name: long, decimal, double, bool, string, <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="DateTime"/>,
    /// <see cref="TimeSpan"/>.
    /// </param>
    /// <returns>
    /// A value of the field's type, or one that converts to it without loss: a text for a string, any whole number that fits for an integer, …; null only where the field is
    /// nullable. What does not fit stops the run with an error.
    /// </returns>
    object? Next(GeneratorRow row, GeneratorRandom random, IReadOnlyList<object> arguments);

    /// <summary>Makes the values of some rows. Without an implementation of its own it calls <see cref="Next"/> for one after the other.</summary>
    void Fill(GeneratorCells cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        for (int i = 0; i < cells.Count; i++)
            cells.Set(i, Next(cells.Row(i), cells.Random(i), cells.Arguments));
    }
}
