using System.Data.Common;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Tables and columns whose names need quotes, refer to each other, and would meet in an index named after them.</summary>
internal static class AwkwardNames
{
    public const int Rows = 20;

    private static readonly string[] Odd =
    [
        "order", "select", "group", "Table", "user", "null", "it's", "dou\"ble", "brack]et", "[x]", "back``tick", "../up", "..", "a/b", "a\\b", "sp ace", " lead", "dot.ted", "semi;colon", "-- x",
        "/* x", "per%cent", "dollar$(x)", "漢字", "Größe", "@at", "#hash", "123", "a,b", "(x)", "GO",
        // Last, so that none refers to it: that MariaDB can't.
        "con",
    ];

    /// <summary>The names as tables, each with the same names as columns; every table after the first refers to the one before by two fields whose indexes' names would be the same.</summary>
    public static Schema Schema()
    {
        
        string columns = string.Join("\n", Odd.Select(n => $"`{n}`: integer between(1, 9)"));
        IEnumerable<string> tables = Odd.Select((name, i) =>
            $"table `{name}` {{ `the id`: bigint primary_key\n {(i == 0 ? "" : $"`up`: bigint references(`{Odd[i - 1]}`.`the id`) as up\n")}{columns} }}");
        // ix_line_item_id twice.
        string meeting = "table line { id: bigint primary_key item_id: bigint references(`order`.`the id`) as o }\ntable line_item { key: bigint primary_key id: bigint references(line.id) as l }";
        return Given.Schema($"schema Odd {{ {string.Join("\n", tables)}\n{meeting} }}");
    }

    /// <summary>Asserts that each table is there under its name with its rows and columns.</summary>
    public static void AssertTables(DbConnection connection, Schema schema, SqlDialect dialect)
    {
        foreach (Table table in schema.Tables)
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", table.Fields.Select(f => dialect.Quote(f.Name)))} FROM {dialect.Quote(table.Name)}";
            using DbDataReader reader = command.ExecuteReader();
            Assert.Equal(table.Fields.Select(f => f.Name), Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
            int rows = 0;
            while (reader.Read())
                rows++;
            Assert.Equal(Rows, rows);
        }
    }
}
