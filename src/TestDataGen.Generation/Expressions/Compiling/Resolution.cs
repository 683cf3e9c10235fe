using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>How fine drawn values are.</summary>
internal static class Resolution
{
    /// <summary>The step between neighbouring stored values: a second for times and durations, else 1.</summary>
    public static long Of(DataType type) => type.Kind switch
    {
        TypeKind.Time or TypeKind.DateTime or TypeKind.Timestamp or TypeKind.Duration => TimeSpan.TicksPerSecond,
        _ => 1,
    };
}
