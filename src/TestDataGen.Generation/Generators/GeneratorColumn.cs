using System.Globalization;
using System.Runtime.CompilerServices;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>The values of an own generator.</summary>
internal sealed class GeneratorColumn(ITdgGenerator generator, GeneratorSource source, Field field, ulong key) : ColumnSource
{
    private readonly ValueCheck _check = new(field);
    private readonly object[] _arguments = [.. source.Arguments.Select(a => a.Value!)];

    public override string Description { get; } =
        $"generator {source.Name}{(source.Arguments.Count == 0 ? "" : $"({string.Join(", ", source.Arguments.Select(a => Show(a.Value!)))})")}";

    // What is too long is an error, not cut.
    public override int MaxChars => field.MaxLength;

    public override double AverageBytes => field.Type.IsText ? Math.Min(field.MaxLength, 24) : 8;

    public override void Fill(Frame frame, Column column)
    {
        // A child that reads its parent's generated field, which reads its own parent's, and so on without an end.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new GenerationException($"{field}: the generator `{source.Name}` reads a field that depends on this one, over parents and their children.");
        var cells = new GeneratorCells(frame, column, _check, key, _arguments);
        try
        {
            generator.Fill(cells);
        }
        catch (Exception e) when (e is not (GenerationException or OperationCanceledException))
        {
            throw new GenerationException($"{cells.Place}: the generator `{source.Name}` fails: {e.Message}", e);
        }
    }

    private static string Show(object value) => value is string ? $"\"{value}\"" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
