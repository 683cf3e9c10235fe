namespace TestDataGen.Generation;

/// <summary>Functions of a moment and a number, or of two moments; moments are ticks.</summary>
internal static class CalendarOperations
{
    internal readonly struct AddBusinessDays : IOperation<long, long>
    {
        public static long Apply(long left, long right) => BusinessDays.Add(left, right);
    }

    internal readonly struct BusinessDaysBetween : IOperation<long, long>
    {
        public static long Apply(long left, long right) => BusinessDays.Between(left, right);
    }

    internal readonly struct AddMonths : IOperation<long, long>
    {
        public static long Apply(long left, long right) => new DateTime(left).AddMonths((int)Math.Clamp(right, -120_000, 120_000)).Ticks;
    }

    internal readonly struct YearsBetween : IOperation<long, long>
    {
        public static long Apply(long left, long right) => right < left ? -Years(right, left) : Years(left, right);

        private static long Years(long from, long to)
        {
            var first = new DateTime(from);
            var last = new DateTime(to);
            int years = last.Year - first.Year;
            // Who is born on February 29 has a birthday on the 28th where there is no 29th.
            return years > 0 && first.AddYears(years) > last ? years - 1 : years;
        }
    }
}
