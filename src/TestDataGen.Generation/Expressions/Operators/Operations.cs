namespace TestDataGen.Generation;

/// <summary>The operators on numbers, dates (as their stored numbers) and durations.</summary>
internal static class Operations
{
    internal readonly struct AddInt64 : IOperation<long, long>
    {
        public static long Apply(long left, long right) => checked(left + right);
    }

    internal readonly struct SubtractInt64 : IOperation<long, long>
    {
        public static long Apply(long left, long right) => checked(left - right);
    }

    internal readonly struct MultiplyInt64 : IOperation<long, long>
    {
        public static long Apply(long left, long right) => checked(left * right);
    }

    internal readonly struct ModuloInt64 : IOperation<long, long>
    {
        // long.MinValue % -1 is 0, but the processor's division traps.
        public static long Apply(long left, long right) => right == -1 ? 0 : left % right;
    }

    internal readonly struct AddDecimal : IOperation<decimal, decimal>
    {
        public static decimal Apply(decimal left, decimal right) => left + right;
    }

    internal readonly struct SubtractDecimal : IOperation<decimal, decimal>
    {
        public static decimal Apply(decimal left, decimal right) => left - right;
    }

    internal readonly struct MultiplyDecimal : IOperation<decimal, decimal>
    {
        public static decimal Apply(decimal left, decimal right) => left * right;
    }

    internal readonly struct DivideDecimal : IOperation<decimal, decimal>
    {
        public static decimal Apply(decimal left, decimal right) => left / right;
    }

    internal readonly struct ModuloDecimal : IOperation<decimal, decimal>
    {
        public static decimal Apply(decimal left, decimal right) => left % right;
    }

    internal readonly struct AddDouble : IOperation<double, double>
    {
        public static double Apply(double left, double right) => Finite(left + right);
    }

    internal readonly struct SubtractDouble : IOperation<double, double>
    {
        public static double Apply(double left, double right) => Finite(left - right);
    }

    internal readonly struct MultiplyDouble : IOperation<double, double>
    {
        public static double Apply(double left, double right) => Finite(left * right);
    }

    internal readonly struct DivideDouble : IOperation<double, double>
    {
        public static double Apply(double left, double right) => right == 0 ? throw new DivideByZeroException() : Finite(left / right);
    }

    internal readonly struct ModuloDouble : IOperation<double, double>
    {
        public static double Apply(double left, double right) => right == 0 ? throw new DivideByZeroException() : left % right;
    }

    internal readonly struct PowerDouble : IOperation<double, double>
    {
        public static double Apply(double left, double right) => Finite(DeterministicMath.Pow(left, right));
    }

    internal readonly struct Least<T> : IOperation<T, T>
        where T : struct, IComparable<T>
    {
        public static T Apply(T left, T right) => right.CompareTo(left) < 0 ? right : left;
    }

    internal readonly struct Greatest<T> : IOperation<T, T>
        where T : struct, IComparable<T>
    {
        public static T Apply(T left, T right) => right.CompareTo(left) > 0 ? right : left;
    }

    internal readonly struct AddTicks : IOperation<long, long>
    {
        public static long Apply(long left, long right) => InCalendar(left + right);
    }

    internal readonly struct SubtractTicks : IOperation<long, long>
    {
        public static long Apply(long left, long right) => InCalendar(left - right);
    }

    internal readonly struct DaysBetween : IOperation<long, long>
    {
        public static long Apply(long left, long right) => (right - left) / TimeSpan.TicksPerDay;
    }

    internal readonly struct Equal<T> : IOperation<T, long>
        where T : struct, IEquatable<T>
    {
        public static long Apply(T left, T right) => left.Equals(right) ? 1 : 0;
    }

    internal readonly struct NotEqual<T> : IOperation<T, long>
        where T : struct, IEquatable<T>
    {
        public static long Apply(T left, T right) => left.Equals(right) ? 0 : 1;
    }

    internal readonly struct Less<T> : IOperation<T, long>
        where T : struct, IComparable<T>
    {
        public static long Apply(T left, T right) => left.CompareTo(right) < 0 ? 1 : 0;
    }

    internal readonly struct LessOrEqual<T> : IOperation<T, long>
        where T : struct, IComparable<T>
    {
        public static long Apply(T left, T right) => left.CompareTo(right) <= 0 ? 1 : 0;
    }

    internal readonly struct Greater<T> : IOperation<T, long>
        where T : struct, IComparable<T>
    {
        public static long Apply(T left, T right) => left.CompareTo(right) > 0 ? 1 : 0;
    }

    internal readonly struct GreaterOrEqual<T> : IOperation<T, long>
        where T : struct, IComparable<T>
    {
        public static long Apply(T left, T right) => left.CompareTo(right) >= 0 ? 1 : 0;
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : throw new OverflowException();

    // Stored dates are never that far apart that the sum of two longs could wrap round unseen: durations are at most 10^7 days.
    private static long InCalendar(long ticks) =>
        (ulong)ticks <= (ulong)DateTime.MaxValue.Ticks ? ticks : throw new ArgumentOutOfRangeException(nameof(ticks));
}
