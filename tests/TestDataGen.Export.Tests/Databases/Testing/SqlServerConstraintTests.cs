using Microsoft.SqlServer.TransactSql.ScriptDom;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>What SQL Server is asked about the rows, read by its own parser as SQL Server 2016 reads it.</summary>
public sealed class SqlServerConstraintTests
{
    private readonly SqlServerDialect _dialect = new();

    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Questions_about_an_example_are_correct(string name) => AssertCorrect(Examples.Read(name));

    [Fact]
    public void Questions_about_awkward_names_and_types_are_correct()
    {
        AssertCorrect(AwkwardNames.Schema());
        AssertCorrect(AwkwardSchemas.Keys());
    }

    private void AssertCorrect(Schema schema)
    {
        int asked = 0;
        foreach (Table table in schema.Tables)
        {
            foreach (RowConstraint constraint in RowConstraint.Of(table, _dialect).Where(c => c.From.Length > 0))
            {
                AssertQuery(constraint.Count);
                AssertQuery(constraint.Examples(table.PrimaryKey?.Fields ?? [], 5, _dialect));
                AssertQuery(constraint.Examples([], 5, _dialect));
                asked++;
            }
        }

        // Each field that takes no null, and each key.
        Assert.True(asked >= schema.Tables.Sum(t => t.Fields.Count(f => !f.IsNullable) + t.Keys.Count), $"{asked}");
    }

    private static void AssertQuery(string sql)
    {
        TSqlFragment script = new TSql130Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out IList<ParseError> errors);
        Assert.True(errors.Count == 0, $"{sql}\n{string.Join('\n', errors.Select(e => $"{e.Line}: {e.Message}"))}");
        Assert.IsType<SelectStatement>(Assert.Single(Assert.Single(((TSqlScript)script).Batches).Statements));
    }
}
