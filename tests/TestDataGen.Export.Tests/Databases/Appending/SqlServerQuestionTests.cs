using Microsoft.SqlServer.TransactSql.ScriptDom;
using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>What a SQL Server is asked of the rows that it holds is T-SQL.</summary>
public sealed class SqlServerQuestionTests
{
    [Fact]
    public void Every_question_is_one_statement()
    {
        Schema schema = Given.Schema("schema S { table sales.`or]ders; drop table y; --` { `i]d`: bigint primary_key  code: string(9) unique } }");
        Table table = schema.Tables[0];
        using var existing = new ExistingRows(DatabaseTarget.FromConnectionString("Server=nowhere", "sqlserver"));
        string[] questions =
        [
            existing.QuestionOfCount(table),
            existing.QuestionOfExtreme(table.Fields[0], isGreatest: true),
            existing.QuestionOfExtreme(table.Fields[0], isGreatest: false),
            existing.QuestionOfRows(table, table.Fields, inOrder: true),
            existing.QuestionOfRows(table, [table.Fields[1]], inOrder: false),
        ];
        Assert.All(questions, sql =>
        {
            TSqlFragment script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out IList<ParseError> errors);
            Assert.Empty(errors);
            Assert.IsType<SelectStatement>(Assert.Single(Assert.Single(((TSqlScript)script).Batches).Statements));
        });
        Assert.Equal("SELECT [i]]d], [code] FROM [sales].[or]]ders; drop table y; --] ORDER BY [i]]d]", questions[3]);
    }
}
