using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TestDataGen.Servers;

/// <content>The few queries that it answers: how many rows one of its tables has, the least and the greatest value of a column, and columns of all rows.</content>
public sealed partial class TdsServer
{
    private void AnswerQuery(TSqlScript script, TdsTokens tokens)
    {
        if (script.Batches.SelectMany(b => b.Statements).ToList() is not [SelectStatement { Into: null, QueryExpression: QuerySpecification { WhereClause: null } query }]
            || query.FromClause?.TableReferences.ToList() is not [NamedTableReference named] || Find(named.SchemaObject.BaseIdentifier.Value) is not { } table)
            return;
        if (query.SelectElements[0] is SelectScalarExpression { Expression: FunctionCall call })
            Compute(call, table, tokens);
        else
            List(query, table, tokens);
    }

    private static void Compute(FunctionCall call, TdsTable table, TdsTokens tokens)
    {
        string function = call.FunctionName.Value.ToUpperInvariant();
        if (function == "COUNT")
        {
            tokens.Values([new TdsColumn("", "int", [], true)], [[table.Rows.Count]]);
            return;
        }

        int column = IndexOf(call.Parameters[0], table);
        IEnumerable<object?> values = table.Rows.Select(r => r[column]).Where(v => v is not null);
        tokens.Values([table.Columns[column]], [[function == "MAX" ? values.Max() : values.Min()]]);
    }

    private static void List(QuerySpecification query, TdsTable table, TdsTokens tokens)
    {
        int[] columns = [.. query.SelectElements.Select(e => IndexOf(((SelectScalarExpression)e).Expression, table))];
        IEnumerable<object?[]> rows = table.Rows;
        if (query.OrderByClause is { } order)
        {
            int by = IndexOf(order.OrderByElements[0].Expression, table);
            rows = rows.OrderBy(r => r[by]);
        }

        tokens.Values([.. columns.Select(c => table.Columns[c])], rows.Select(r => columns.Select(c => r[c]).ToArray()));
    }

    private static int IndexOf(ScalarExpression expression, TdsTable table) =>
        table.Columns.FindIndex(c => c.Name == ((ColumnReferenceExpression)expression).MultiPartIdentifier.Identifiers[^1].Value);
}
