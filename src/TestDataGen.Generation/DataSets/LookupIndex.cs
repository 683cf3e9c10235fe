using System.IO.Hashing;

namespace TestDataGen.Generation;

/// <summary>Finds the first row of a data set that has a value in a column.</summary>
internal sealed class LookupIndex
{
    private readonly Column _values;

    // Rows by the hash of their value, with free places between them: 0 is free, r + 1 is row r. Rows of one hash stand behind each other.
    private readonly int[] _places;

    /// <summary>Indexes a column of texts, whole numbers, days or times.</summary>
    public LookupIndex(Column values, int rowCount)
    {
        _values = values;
        _places = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)rowCount * 2)];
        for (int row = 0; row < rowCount; row++)
        {
            if (values.IsNull(row))
                continue;
            ref int place = ref PlaceOf(values, row);
            if (place == 0)
                place = row + 1;
        }
    }

    /// <summary>The first row with the value of another column's cell; -1 where there is none.</summary>
    public int Find(Column column, int index) => column.IsNull(index) ? -1 : PlaceOf(column, index) - 1;

    private ref int PlaceOf(Column column, int index)
    {
        ulong hash = column is BytesColumn texts ? XxHash3.HashToUInt64(texts[index]) : (ulong)((Int64Column)column).Values[index] * 0x9E3779B97F4A7C15;
        int place = (int)((hash ^ (hash >> 32)) & (uint)(_places.Length - 1));
        while (_places[place] != 0 && !IsSame(_places[place] - 1, column, index))
            place = (place + 1) & (_places.Length - 1);
        return ref _places[place];
    }

    private bool IsSame(int row, Column column, int index) => column is BytesColumn texts
        ? texts[index].SequenceEqual(((BytesColumn)_values)[row])
        : ((Int64Column)column).Values[index] == ((Int64Column)_values).Values[row];
}
