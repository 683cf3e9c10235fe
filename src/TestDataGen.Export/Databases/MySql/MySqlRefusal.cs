using System.Data.Common;
using System.Globalization;

namespace TestDataGen.Export;

/// <summary>What LOAD DATA LOCAL only warns of, since its client could not be stopped: a row left out or a value bent.</summary>
internal sealed class MySqlRefusal(string message, int number) : DbException(string.Create(CultureInfo.InvariantCulture, $"{message} ({number})"))
{
    /// <summary>A value that can't be.</summary>
    public override string SqlState => "22000";

    /// <summary>The row that the message names; null: none.</summary>
    public long? Row { get; } = RowIn(message);

    private static long? RowIn(string message)
    {
        const string mark = " at row ";
        int at = message.LastIndexOf(mark, StringComparison.Ordinal);
        return at >= 0 && long.TryParse(message[(at + mark.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out long row) ? row : null;
    }
}
