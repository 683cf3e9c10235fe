using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Days and times in words; columns of dates have types of their own.</summary>
internal static class DateTextFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("month_name", "date", "A month in the language.", l => l.Domain("date", "month.wide")),
        new("month_abbreviation", "date", "A month's short name in the language.", l => l.Domain("date", "month.abbr")),
        new("weekday_name", "date", "A day of the week in the language.", l => l.Domain("date", "weekday.wide")),
        new("weekday_abbreviation", "date", "A day's short name in the language.", l => l.Domain("date", "weekday.abbr")),
        new("quarter", "date", "A quarter of a year: 2024-Q3.", _ => Join(Numbers(2015, 2025), Of("-Q"), Numbers(1, 4))),
        new("fiscal_year", "date", "A business year: FY2024.", _ => Join(Of("FY"), Numbers(2015, 2025))),
        new("time_of_day", "date", "Hours and minutes: 09:45.", _ => Join(Numbers(0, 23, 2), Of(":"), Numbers(0, 59, 2))),
        new("year_month", "date", "A month of a year: 2024-07.", _ => Join(Numbers(2015, 2025), Of("-"), Numbers(1, 12, 2))),
    ];
}
