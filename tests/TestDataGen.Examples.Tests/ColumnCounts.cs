using System.Data.Common;
using System.Globalization;
using System.Text;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Examples.Tests;

/// <summary>Compares a database with the plan: for each column how many rows have a value, and how many different ones.</summary>
internal static class ColumnCounts
{
    public static void Assert(Plan plan, DbConnection connection, string dialect)
    {
        SqlDialect sql = SqlDialects.Find(dialect)!;
        foreach (TablePlan table in plan.Tables)
        {
            HashSet<string>[] cells = [.. table.Table.Fields.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
            var counts = new long[cells.Length];
            long rows = 0;
            plan.Run<object?>(
                table,
                1,
                () => null,
                (_, _) => { },
                (batch, _) =>
                {
                    rows += batch.Count;
                    for (int c = 0; c < cells.Length; c++)
                    {
                        for (int i = 0; i < batch.Count; i++)
                        {
                            if (CellValue.Get(batch.Columns[c], i) is not { } value)
                                continue;
                            counts[c]++;
                            // To a database, minus zero is zero.
                            cells[c].Add(CellValue.ToText(value is 0.0 ? 0.0 : value));
                        }
                    }
                },
                CancellationToken.None);

            var select = new StringBuilder("SELECT count(*)");
            foreach (Field field in table.Table.Fields)
                select.Append(CultureInfo.InvariantCulture, $", count({sql.Quote(field.Name)}), count(DISTINCT {sql.Quote(field.Name)})");
            using DbCommand command = connection.CreateCommand();
            command.CommandText = $"{select} FROM {sql.NameOf(table.Table)}";
            using DbDataReader reader = command.ExecuteReader();
            Xunit.Assert.True(reader.Read());
            Xunit.Assert.Equal(rows, reader.GetInt64(0));
            foreach (Field field in table.Table.Fields)
            {
                Xunit.Assert.Equal((field.Name, counts[field.Index]), (field.Name, reader.GetInt64((2 * field.Index) + 1)));
                Xunit.Assert.Equal((field.Name, cells[field.Index].Count), (field.Name, reader.GetInt32((2 * field.Index) + 2)));
            }
        }
    }
}
