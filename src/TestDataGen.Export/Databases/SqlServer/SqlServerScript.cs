using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TestDataGen.Export;

/// <summary>Reads the tables of a T-SQL script by SQL Server's own parser.</summary>
internal sealed partial class SqlServerScript : TSqlFragmentVisitor
{
    private readonly DatabaseDescription _database;

    private SqlServerScript(string name) => _database = new DatabaseDescription(name);

    /// <summary>Reads a script.</summary>
    /// <exception cref="ExportException">It is no T-SQL.</exception>
    public static DatabaseDescription Read(string script, string name)
    {
        TSqlFragment fragment = new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(AsTSql(script)), out IList<ParseError> errors);
        if (errors.Count > 0)
            throw new ExportException($"{name} is no T-SQL: line {errors[0].Line}, column {errors[0].Column}: {errors[0].Message}", "Correct it, or name another -Dialect.");
        var reader = new SqlServerScript(name);
        fragment.Accept(reader);
        return reader._database;
    }

    public override void Visit(CreateTableStatement node)
    {
        // #orders is gone with its session.
        if (node.Definition is null || node.AsNode || node.SchemaObjectName.BaseIdentifier.Value.StartsWith('#'))
            return;
        var table = new DescribedTable(SchemaOf(node.SchemaObjectName), node.SchemaObjectName.BaseIdentifier.Value);
        _database.Tables.Add(table);
        Add(table, node.Definition);
    }

    public override void Visit(AlterTableAddTableElementStatement node)
    {
        if (Find(node.SchemaObjectName) is { } table)
            Add(table, node.Definition);
    }

    public override void Visit(CreateIndexStatement node)
    {
        if (!node.Unique || Find(node.OnName) is not { } table)
            return;
        string? filter = node.FilterPredicate is null ? null : TextOf(node.FilterPredicate);
        table.Keys.Add(new DescribedKey([.. node.Columns.Select(NameOf)], IsPrimary: false) { Filter = filter, HasOneNull = filter is null });
    }

    public override void Visit(CreateTypeUddtStatement node) =>
        _database.Types[node.Name.BaseIdentifier.Value] = new DescribedType(node.Name.BaseIdentifier.Value) { Base = TypeOf(node.DataType), IsNotNull = node.NullableConstraint is { Nullable: false } };

    // EXEC sp_addtype phone, 'varchar(25)', 'NOT NULL'
    public override void Visit(ExecuteSpecification node)
    {
        if (node.ExecutableEntity is not ExecutableProcedureReference { ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value: var procedure } call || !procedure.Equals("sp_addtype", StringComparison.OrdinalIgnoreCase))
            return;
        string[] values = [.. call.Parameters.Select(p => p.ParameterValue).OfType<Literal>().Select(l => l.Value)];
        if (values.Length > 1)
            _database.Types[values[0]] = new DescribedType(values[0]) { Base = values[1], IsNotNull = values.Length > 2 && values[2].Equals("NOT NULL", StringComparison.OrdinalIgnoreCase) };
    }

    public override void Visit(CreateTriggerStatement node)
    {
        if (node.TriggerObject.Name is { } name && node.TriggerActions.Any(a => a.TriggerActionType == TriggerActionType.Insert) && Find(name) is { } table && node.StatementList is { } body)
            _database.AddTrigger(table, node.Name.BaseIdentifier.Value, TextOf(body), SqlSyntax.SqlServer);
    }

    private void Add(DescribedTable table, TableDefinition definition)
    {
        foreach (ColumnDefinition column in definition.ColumnDefinitions)
        {
            table.Columns.Add(ColumnOf(column));
            foreach (ConstraintDefinition constraint in column.Constraints)
                Add(table, constraint, column.ColumnIdentifier.Value);
            if (column.Index is { Unique: true })
                table.Keys.Add(new DescribedKey([column.ColumnIdentifier.Value], IsPrimary: false) { HasOneNull = true });
        }

        foreach (ConstraintDefinition constraint in definition.TableConstraints)
            Add(table, constraint, null);
        foreach (IndexDefinition index in definition.Indexes.Where(i => i.Unique))
            table.Keys.Add(new DescribedKey([.. index.Columns.Select(NameOf)], IsPrimary: false) { Filter = index.FilterPredicate is null ? null : TextOf(index.FilterPredicate), HasOneNull = index.FilterPredicate is null });
    }

    private static DescribedColumn ColumnOf(ColumnDefinition column)
    {
        string type = column.DataType is null ? "" : TypeOf(column.DataType);
        bool isServers = type.Equals("rowversion", StringComparison.OrdinalIgnoreCase) || type.Equals("timestamp", StringComparison.OrdinalIgnoreCase) || column.GeneratedAlways is not null;
        bool isNotNull = column.Constraints.OfType<NullableConstraintDefinition>().Any(n => !n.Nullable) || column.Constraints.OfType<UniqueConstraintDefinition>().Any(u => u.IsPrimaryKey);
        return new DescribedColumn(column.ColumnIdentifier.Value, type, !isNotNull)
        {
            Computed = column.ComputedColumnExpression is { } computed ? TextOf(computed) : isServers ? type : null,
            Default = column.DefaultConstraint is { } value ? TextOf(value.Expression) : null,
            IsIdentity = column.IdentityOptions is not null,
            // Unless a script says so, its server decides; most of them fold.
            IgnoresCase = column.Collation?.Value.Contains("_CI", StringComparison.OrdinalIgnoreCase) ?? true,
        };
    }

    private void Add(DescribedTable table, ConstraintDefinition constraint, string? column)
    {
        switch (constraint)
        {
            case UniqueConstraintDefinition key:
                string[] columns = key.Columns.Count > 0 ? [.. key.Columns.Select(NameOf)] : [column!];
                table.Keys.Add(new DescribedKey(columns, key.IsPrimaryKey) { HasOneNull = !key.IsPrimaryKey });
                break;
            case ForeignKeyConstraintDefinition key:
                string[] own = key.Columns.Count > 0 ? [.. key.Columns.Select(c => c.Value)] : [column!];
                table.ForeignKeys.Add(new DescribedForeignKey(own, SchemaOf(key.ReferenceTableName), key.ReferenceTableName.BaseIdentifier.Value, [.. key.ReferencedTableColumns.Select(c => c.Value)]));
                break;
            case CheckConstraintDefinition check:
                table.Checks.Add(new DescribedCheck(TextOf(check.CheckCondition), check.ConstraintIdentifier?.Value));
                break;
            case DefaultConstraintDefinition { Column: { } of } value when table.Columns.FindIndex(c => string.Equals(c.Name, of.Value, StringComparison.OrdinalIgnoreCase)) is var at and >= 0:
                table.Columns[at] = table.Columns[at] with { Default = TextOf(value.Expression) };
                break;
        }
    }

    // Without the lines that are sqlcmd's own, and its variables for their values; what stands behind stays in its line.
    private static string AsTSql(string script)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string plain = SqlCmdLine().Replace(script, line =>
        {
            if (line.Groups["name"].Success)
                values[line.Groups["name"].Value] = line.Groups["value"].Value.Trim().Trim('"');
            return "";
        });
        return values.Count == 0 ? plain : SqlCmdVariable().Replace(plain, v => values.GetValueOrDefault(v.Groups[1].Value, v.Value));
    }

    [GeneratedRegex(@"^[ \t]*:(setvar[ \t]+(?<name>[\w-]+)(?<value>[^\r\n]*)|[A-Za-z!][^\r\n]*)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex SqlCmdLine();

    [GeneratedRegex(@"\$\(([\w-]+)\)")]
    private static partial Regex SqlCmdVariable();

    private DescribedTable? Find(SchemaObjectName name) => _database.Find(SchemaOf(name), name.BaseIdentifier.Value);

    private static string? SchemaOf(SchemaObjectName name) => name.SchemaIdentifier?.Value is { } schema && !schema.Equals("dbo", StringComparison.OrdinalIgnoreCase) ? schema : null;

    private static string NameOf(ColumnWithSortOrder column) => column.Column.MultiPartIdentifier.Identifiers[^1].Value;

    private static string TypeOf(DataTypeReference type)
    {
        string name = type.Name is null ? TextOf(type) : type.Name.BaseIdentifier.Value;
        return type is ParameterizedDataTypeReference { Parameters.Count: > 0 } measured ? $"{name}({string.Join(',', measured.Parameters.Select(p => p.Value))})" : name;
    }

    private static string TextOf(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(t => t.Text));
}
