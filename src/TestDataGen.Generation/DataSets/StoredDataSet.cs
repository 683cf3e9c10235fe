using System.Buffers.Text;
using System.Globalization;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A data set's values, column by column.</summary>
internal sealed class StoredDataSet : DataSet
{
    private readonly AliasTable?[] _draws;
    private readonly LookupIndex?[] _indexes;

    private StoredDataSet(IReadOnlyList<DataSetColumn> columns, Column[] values, int rowCount, int? weight)
        : base(columns, rowCount)
    {
        Values = values;
        Weight = weight;
        _draws = new AliasTable?[columns.Count];
        _indexes = new LookupIndex?[columns.Count];
    }

    /// <summary>The values of each column.</summary>
    public Column[] Values { get; }

    /// <inheritdoc/>
    public override int? Weight { get; }

    /// <summary>Reads a file into memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="weight">The column by which rows are drawn where nothing else is said.</param>
    /// <exception cref="DataSetException">It is malformed.</exception>
    public static StoredDataSet Read(RecordFile file, string name, string? weight = null)
    {
        var guesses = new Guesses();
        file.Read(guesses);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (guesses.Rows == 0 || file.Columns.Count == 0)
            throw new DataSetException(DiagnosticCatalog.DataSetMalformed, $"{name}: there are no rows.", "Give it a row or more.");
        if (file.Columns.Find(c => !seen.Add(c)) is { } twice)
            throw new DataSetException(DiagnosticCatalog.DataSetMalformed, $"{name}: there are two columns `{twice}`.", "Give each column a name of its own; upper and lower case make no difference.");
        DataSetColumn[] columns = [.. file.Columns.Select((c, i) => new DataSetColumn(c, guesses.Of(i).Type, guesses.Of(i).Count < guesses.Rows))];
        var values = new Filler(columns, guesses.Rows);
        file.Read(values);
        return new StoredDataSet(columns, values.Columns, guesses.Rows, weight is null ? null : file.Columns.IndexOf(weight));
    }

    /// <summary>Takes rows as they are.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="weight">The column by which rows are drawn.</param>
    /// <param name="rows">A value for each column.</param>
    public static StoredDataSet Of(IReadOnlyList<DataSetColumn> columns, int weight, IEnumerable<object?[]> rows)
    {
        List<object?[]> list = [.. rows];
        Column[] values = [.. columns.Select(c => Column.Create(c.Type, list.Count))];
        for (int row = 0; row < list.Count; row++)
        {
            for (int column = 0; column < values.Length; column++)
                CellValue.Set(values[column], row, list[row][column]);
        }

        return new StoredDataSet(columns, values, list.Count, weight);
    }

    /// <summary>Some of the rows.</summary>
    public StoredDataSet Where(IReadOnlyList<int> rows)
    {
        var values = new Column[Columns.Count];
        for (int column = 0; column < values.Length; column++)
        {
            values[column] = Column.Create(Columns[column].Type, rows.Count);
            for (int i = 0; i < rows.Count; i++)
                values[column].Copy(i, Values[column], rows[i]);
        }

        return new StoredDataSet(Columns, values, rows.Count, Weight);
    }

    /// <summary>Draws rows by a column's numbers; null weighs nothing.</summary>
    public AliasTable DrawBy(int column) => _draws[column] ??= new AliasTable([.. Enumerable.Range(0, RowCount).Select(row => WeightOf(column, row))]);

    /// <summary>Finds rows by a column's values.</summary>
    public LookupIndex IndexOf(int column) => _indexes[column] ??= new LookupIndex(Values[column], RowCount);

    /// <inheritdoc/>
    public override string? FindBadWeight(int column)
    {
        double sum = 0;
        for (int row = 0; row < RowCount; row++)
        {
            double weight = WeightOf(column, row);
            if (weight < 0)
                return string.Create(CultureInfo.InvariantCulture, $"`{Columns[column].Name}` is {weight} in row {row + 1}, and a weight can't be negative.");
            sum += weight;
        }

        return sum > 0 && double.IsFinite(sum) ? null : $"The weights in `{Columns[column].Name}` add up to {(sum > 0 ? "more than can be counted" : "0")}.";
    }

    private double WeightOf(int column, int row) => Values[column].IsNull(row) ? 0 : Values[column] switch
    {
        Int64Column numbers => numbers.Type.Kind == TypeKind.Decimal ? (double)StoredInt64.ToDecimal(numbers.Values[row], numbers.Type.Scale) : numbers.Values[row],
        DoubleColumn reals => reals.Values[row],
        DecimalColumn decimals => (double)decimals.Values[row],
        _ => 0,
    };

    private sealed class Guesses : IRecordVisitor
    {
        private readonly List<ColumnGuess> _columns = [];

        public int Rows { get; private set; }

        public ColumnGuess Of(int column)
        {
            while (_columns.Count <= column)
                _columns.Add(new ColumnGuess());
            return _columns[column];
        }

        public void Cell(int column, CellKind kind, ReadOnlySpan<byte> text) => Of(column).Add(kind, text);

        public void EndRecord() => Rows++;
    }

    private sealed class Filler(DataSetColumn[] columns, int rows) : IRecordVisitor
    {
        private readonly bool[] _isSet = new bool[columns.Length];
        private int _row;

        public Column[] Columns { get; } = [.. columns.Select(c => Column.Create(c.Type, rows))];

        public void Cell(int column, CellKind kind, ReadOnlySpan<byte> text)
        {
            _isSet[column] = true;
            switch (Columns[column])
            {
                case BytesColumn texts:
                    texts.Set(_row, text);
                    break;
                case DoubleColumn reals:
                    Utf8Parser.TryParse(text, out double real, out _);
                    reals.Values[_row] = real;
                    break;
                case DecimalColumn decimals:
                    Utf8Parser.TryParse(text, out decimal exact, out _);
                    decimals.Values[_row] = exact;
                    break;
                case Int64Column numbers:
                    numbers.Values[_row] = Stored(text, numbers.Type);
                    break;
            }
        }

        public void EndRecord()
        {
            for (int column = 0; column < _isSet.Length; column++)
            {
                if (!_isSet[column])
                    Columns[column].SetNull(_row);
            }

            Array.Clear(_isSet);
            _row++;
        }

        private static long Stored(ReadOnlySpan<byte> text, DataType type)
        {
            switch (type.Kind)
            {
                case TypeKind.Boolean:
                    Utf8Parser.TryParse(text, out bool truth, out _);
                    return truth ? 1 : 0;
                case TypeKind.Decimal:
                    Utf8Parser.TryParse(text, out decimal exact, out _);
                    return StoredInt64.OfDecimal(exact, type.Scale);
                case TypeKind.Date:
                    ColumnGuess.TryDate(text, out DateOnly date);
                    return date.DayNumber;
                case TypeKind.DateTime:
                    ColumnGuess.TryDateTime(text, out DateTime time);
                    return time.Ticks;
                case TypeKind.Timestamp:
                    ColumnGuess.TryTimestamp(text, out DateTimeOffset instant);
                    return instant.UtcTicks;
                default:
                    Utf8Parser.TryParse(text, out long whole, out _);
                    return whole;
            }
        }
    }
}
