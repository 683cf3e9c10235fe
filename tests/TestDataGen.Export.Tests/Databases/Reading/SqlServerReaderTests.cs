using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TestDataGen.Export.Tests;

/// <summary>What SQL Server is asked, read by its own parser; no server of it runs where these tests do.</summary>
public sealed class SqlServerReaderTests
{
    public static TheoryData<string> Queries => [SqlServerReader.Columns, SqlServerReader.Keys, SqlServerReader.ForeignKeys, SqlServerReader.Checks, SqlServerReader.Triggers, SqlServerReader.DefaultSchema];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Questions_are_correct_statements(string sql)
    {
        TSqlFragment script = new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out IList<ParseError> errors);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        Assert.IsType<SelectStatement>(Assert.Single(Assert.Single(((TSqlScript)script).Batches).Statements));
    }
}
