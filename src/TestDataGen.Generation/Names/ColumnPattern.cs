namespace TestDataGen.Generation;

/// <summary>
/// Names of columns that mean the same, and what a column of such a name gets when its field names no source: by its type one of the properties below.
/// Names are written with commas between them, words with blanks; <c>-betrag</c> is also the end of a longer word.
/// </summary>
/// <param name="English">The names in English, …</param>
/// <param name="German">… in German,</param>
/// <param name="French">… in French,</param>
/// <param name="Spanish">… in Spanish.</param>
internal sealed record ColumnPattern(string English, string German = "", string French = "", string Spanish = "")
{
    /// <summary>For texts: formats with commas between them, the first that fits the column's length.</summary>
    public string Text { get; init; } = "";

    /// <summary>For numbers: least and greatest.</summary>
    public (double Low, double High)? Number { get; init; }

    /// <summary>For whole numbers: a year, counted from the run's.</summary>
    public (int From, int To)? Years { get; init; }

    /// <summary>For dates: days counted from the run's clock.</summary>
    public (int From, int To)? Days { get; init; }

    /// <summary>For times: hours of the day.</summary>
    public (int From, int To)? Hours { get; init; }

    /// <summary>For booleans: the share that is true.</summary>
    public double? True { get; init; }

    /// <summary>The subjects (<see cref="ColumnSubject"/>), with commas between them, of which the names mean this; empty: of whatever no other line is for.</summary>
    public string Of { get; init; } = "";

    /// <summary>The names of one language.</summary>
    public static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
