using System.Data.Common;

namespace TestDataGen.Export;

/// <summary>Asks the servers of one kind what tables they have, and knows their types.</summary>
internal abstract class DatabaseReader
{
    /// <summary>How its SQL is written.</summary>
    public abstract SqlSyntax Syntax { get; }

    /// <summary>Describes the tables of an open connection's database.</summary>
    public abstract DatabaseDescription Describe(DbConnection connection);

    /// <summary>Describes the tables that a script creates.</summary>
    /// <param name="script">The script.</param>
    /// <param name="name">What it is called.</param>
    /// <exception cref="ExportException">The script can't be read.</exception>
    public virtual DatabaseDescription DescribeScript(string script, string name) => new ScriptReader(script, Syntax, name).Read();

    /// <summary>What a type is in a <c>.tdg</c> file.</summary>
    /// <param name="type">The type as the server writes it.</param>
    /// <param name="database">The types that the database declares.</param>
    public abstract FieldType TypeOf(string type, DatabaseDescription database);

    /// <summary>How a column is asked for whose values shall be written as constants.</summary>
    /// <param name="column">Its name, quoted.</param>
    public virtual string Constant(string column) => column;

    /// <summary>The rows of a query, null for NULL.</summary>
    protected static List<object?[]> Query(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DbDataReader reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (int i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        return rows;
    }
}
