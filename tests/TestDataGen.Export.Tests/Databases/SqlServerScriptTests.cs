using System.Text;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using TestDataGen.Generation;
using TestDataGen.Language;
using Literal = Microsoft.SqlServer.TransactSql.ScriptDom.Literal;
using UnaryExpression = Microsoft.SqlServer.TransactSql.ScriptDom.UnaryExpression;

namespace TestDataGen.Export.Tests;

/// <summary>Scripts for SQL Server, read by its own parser; no server of it runs where these tests do.</summary>
public sealed class SqlServerScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Awkward_values_are_the_literals_that_they_were()
    {
        InsertStatement[] inserts = [.. Statements<InsertStatement>(Script.Write(_folder, "sqlserver", AwkwardRows.Batch))];
        RowValue[] rows = [.. inserts.SelectMany(i => ((ValuesInsertSource)i.InsertSpecification.InsertSource).RowValues)];
        Assert.Equal(AwkwardRows.Batch.Count, rows.Length);
        for (int row = 0; row < rows.Length; row++)
        {
            foreach (Field field in AwkwardRows.Table.Fields)
            {
                object? expected = CellValue.Get(AwkwardRows.Batch.Columns[field.Index], row);
                ScalarExpression literal = rows[row].ColumnValues[field.Index];
                switch (expected)
                {
                    case null:
                        Assert.IsType<NullLiteral>(literal);
                        break;
                    case string text:
                        Assert.Equal(text, TextOf(literal));
                        break;
                    case byte[] bytes:
                        Assert.Equal("0x" + Convert.ToHexString(bytes), Assert.IsType<BinaryLiteral>(literal).Value);
                        break;
                    case DateOnly or TimeOnly or Guid:
                        Assert.Equal(CellValue.ToText(expected), Assert.IsType<StringLiteral>(literal).Value);
                        break;
                    case DateTime or DateTimeOffset:
                        Assert.Equal(CellValue.ToText(expected).Replace(' ', 'T'), Assert.IsType<StringLiteral>(literal).Value);
                        break;
                    case bool truth:
                        Assert.Equal(truth ? "1" : "0", Assert.IsType<IntegerLiteral>(literal).Value);
                        break;
                    case float or double:
                        string real = NumberOf<RealLiteral>(literal);
                        Assert.Equal(expected, expected is float ? float.Parse(real, null) : (object)double.Parse(real, null));
                        break;
                    case decimal:
                        Assert.Equal(expected, decimal.Parse(NumberOf<NumericLiteral>(literal), null));
                        break;
                    default:
                        Assert.Equal(CellValue.ToText(expected), NumberOf<Literal>(literal));
                        break;
                }
            }
        }
    }

    [Fact]
    public void Checks_are_conditions_of_T_SQL()
    {
        CreateTableStatement create = Assert.Single(Statements<CreateTableStatement>(CheckConditions.Write(_folder, "sqlserver")));
        Assert.Equal(CheckConditions.All.Length - 6, create.Definition.TableConstraints.OfType<CheckConstraintDefinition>().Count());
        // A condition is no value there.
        Assert.Equal(
            ["open == (a > 0)", "if(a > 0, open, b == 2)", "least(price, tax) > 1", "price / 2 > tax", "\"{a}\" == \"1\"", "coalesce(open, a > 0)"],
            CheckConditions.LeftOut("sqlserver"));
    }

    [Fact]
    public void No_text_has_what_a_client_takes_for_its_own()
    {
        string script = File.ReadAllText(Script.Write(_folder, "sqlserver", Given.Batch(Given.Table("a: text"), ["x\nGO\ny"], ["$(HOME)"], ["\r\n:r /etc/passwd\r\n!!ls"], ["a\0b"])));
        Assert.DoesNotContain("$(", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', script);
        Assert.DoesNotContain('\r', script);
        Assert.DoesNotContain(script.Split('\n'), line => line.StartsWith(':') || line.StartsWith('!'));
        Assert.All(BatchesOf(script), batch => Assert.Empty(Errors(batch)));
    }

    [Fact]
    public void Awkward_names_are_names()
    {
        Schema schema = AwkwardNames.Schema();
        string script = Script.Write(_folder, "sqlserver", schema, AwkwardNames.Rows);
        CreateTableStatement[] tables = [.. Statements<CreateTableStatement>(script)];
        Assert.Equal(schema.Tables.Select(t => t.Name).Order(StringComparer.Ordinal), tables.Select(t => t.SchemaObjectName.BaseIdentifier.Value).Order(StringComparer.Ordinal));
        Assert.All(tables, t => Assert.Null(t.SchemaObjectName.SchemaIdentifier));
        foreach (CreateTableStatement table in tables)
            Assert.Equal(schema.FindTable(table.SchemaObjectName.BaseIdentifier.Value)!.Fields.Select(f => f.Name), table.Definition.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value));
        string[] indexes = [.. Statements<CreateIndexStatement>(script).Select(i => i.Name.Value)];
        Assert.Equal(indexes.Length, indexes.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_foreign_key_has_the_type_of_its_key()
    {
        CreateTableStatement[] tables = [.. Statements<CreateTableStatement>(Script.Write(_folder, "sqlserver", AwkwardSchemas.Keys(), 5))];
        string[] parent = Types("parent");
        string[] child = Types("child");
        // wide, other, price, code, long, any, ident, bytes, maybe, none.
        Assert.Equal([parent[0], parent[1], parent[2], parent[3], parent[4], parent[5], parent[7], parent[8], parent[6], parent[0]], child[1..]);
        string[] references = [.. tables.Single(t => t.SchemaObjectName.BaseIdentifier.Value == "child").Definition.TableConstraints.OfType<ForeignKeyConstraintDefinition>().Select(k => k.Columns[0].Value)];
        // What is unique but for its nulls SQL Server takes no reference to.
        Assert.Equal(["wide", "other", "price", "code", "long", "any", "ident", "bytes", "none"], references);

        string[] Types(string table) =>
            [.. tables.Single(t => t.SchemaObjectName.BaseIdentifier.Value == table).Definition.ColumnDefinitions.Select(c => Text(c.DataType) + Text(c.Collation))];
    }

    [Fact]
    public void A_unique_field_may_be_null_in_many_rows()
    {
        string script = Script.Write(_folder, "sqlserver", AwkwardSchemas.Keys(), 5);
        CreateIndexStatement index = Assert.Single(Statements<CreateIndexStatement>(script), i => i.Unique);
        Assert.Equal("ux_parent_maybe", index.Name.Value);
        Assert.Equal("[maybe] IS NOT NULL", Text(index.FilterPredicate));
        CreateTableStatement parent = Statements<CreateTableStatement>(script).First(t => t.SchemaObjectName.BaseIdentifier.Value == "parent");
        Assert.Empty(parent.Definition.ColumnDefinitions.Single(c => c.ColumnIdentifier.Value == "maybe").Constraints.OfType<UniqueConstraintDefinition>());
        Assert.Single(parent.Definition.ColumnDefinitions.Single(c => c.ColumnIdentifier.Value == "code").Constraints.OfType<UniqueConstraintDefinition>());
    }

    [Fact]
    public void A_statement_has_a_thousand_rows_and_a_batch_one_statement()
    {
        string script = Script.Write(_folder, "sqlserver", Given.Schema("schema S { table t { a: integer } }"), 5001);
        int[] rows = [.. Statements<InsertStatement>(script).Select(i => ((ValuesInsertSource)i.InsertSpecification.InsertSource).RowValues.Count)];
        // A batch of rows has 4,096.
        Assert.Equal([1000, 1000, 1000, 1000, 96, 905], rows);
        Assert.All(BatchesOf(File.ReadAllText(script)), b => Assert.InRange(b.Split("INSERT INTO").Length, 1, 2));
    }

    [Fact]
    public void After_an_error_nothing_is_executed_and_nothing_is_kept()
    {
        // What a server does of it can't be shown here; that each statement stands behind the question whether the transaction is still there, can.
        string[] batches = BatchesOf(File.ReadAllText(Script.Write(_folder, "sqlserver", Given.Schema("schema S { table t { a: integer } }"), 2500)));
        Assert.Contains("SET XACT_ABORT ON", batches[0], StringComparison.Ordinal);
        Assert.Contains("BEGIN TRANSACTION", batches[0], StringComparison.Ordinal);
        for (int i = 1; i < batches.Length - 3; i += 2)
            Assert.Equal("IF @@TRANCOUNT = 0 SET NOEXEC ON;", batches[i + 1].Trim());
        Assert.Equal(["COMMIT TRANSACTION;", "SET NOEXEC OFF;"], batches[^2..].Select(b => b.Trim()));
    }

    // The batches as sqlcmd cuts them: at each line GO, wherever it stands.
    private static string[] BatchesOf(string script) =>
        [.. System.Text.RegularExpressions.Regex.Split(script, @"^\s*GO\s*$", System.Text.RegularExpressions.RegexOptions.Multiline | System.Text.RegularExpressions.RegexOptions.IgnoreCase).Where(b => b.Trim().Length > 0)];

    private static IEnumerable<T> Statements<T>(string path)
        where T : TSqlStatement
    {
        foreach (string batch in BatchesOf(File.ReadAllText(path)))
        {
            var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(batch), out IList<ParseError> errors);
            Assert.Empty(errors.Select(e => e.Message));
            foreach (T statement in script.Batches.SelectMany(b => b.Statements).OfType<T>())
                yield return statement;
        }
    }

    private static IEnumerable<string> Errors(string batch)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(batch), out IList<ParseError> errors);
        return errors.Select(e => e.Message);
    }

    private static string Text(TSqlFragment? fragment) =>
        fragment is null ? "" : string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(t => t.Text));

    // A text is a literal with an N in front, or its UTF-16 in hexadecimal digits.
    private static string TextOf(ScalarExpression expression)
    {
        if (expression is StringLiteral literal)
        {
            Assert.True(literal.IsNational);
            return literal.Value;
        }

        CastCall cast = Assert.IsType<CastCall>(expression);
        Assert.Equal("nvarchar(max)", Text(cast.DataType));
        return Encoding.Unicode.GetString(Convert.FromHexString(Assert.IsType<BinaryLiteral>(cast.Parameter).Value[2..]));
    }

    private static string NumberOf<T>(ScalarExpression expression)
        where T : Literal =>
        expression is UnaryExpression { UnaryExpressionType: UnaryExpressionType.Negative } negative ? "-" + Assert.IsAssignableFrom<T>(negative.Expression).Value : Assert.IsAssignableFrom<T>(expression).Value;
}
