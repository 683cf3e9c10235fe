namespace TestDataGen.Language;

/// <summary>
/// The data sets of a file, each a table of its own that no schema lists: a row of it is a parent like any other, so that whatever works for parents works for it.
/// </summary>
internal sealed class DataSetBinder(IDataSetReader? reader, string folder, DiagnosticBag diagnostics)
{
    // A set that could not be opened is known too, so that its use is not "unknown".
    private readonly Dictionary<string, Table?> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Schema _schema = new("", diagnostics.Source);

    /// <summary>The names in what could not be read of the file.</summary>
    public LostNames Lost { get; set; } = new();

    public void Declare(DatasetSyntax syntax)
    {
        if (_tables.ContainsKey(syntax.Name.Text))
            diagnostics.Report(DiagnosticCatalog.Duplicate, syntax.Name.Span, $"There is a data set `{syntax.Name.Text}` already.");
        else
            _tables.Add(syntax.Name.Text, Open(syntax));
    }

    /// <summary>The rows of a data set, declared or built in; null where there is none, which is reported, or where it could not be opened.</summary>
    public Table? Find(NameSyntax name)
    {
        if (_tables.TryGetValue(name.Text, out Table? known))
            return known;
        if (reader?.BuiltIn.FirstOrDefault(n => string.Equals(n, name.Text, StringComparison.OrdinalIgnoreCase)) is { } builtIn)
        {
            DataSet set = reader.OpenBuiltIn(builtIn);
            Table table = CreateTable(set, builtIn, default);
            table.Weight = set.Weight is { } weight ? table.Fields[weight] : null;
            _tables.Add(builtIn, table);
            return table;
        }

        if (!Lost.Contains(name.Text))
        {
            diagnostics.Report(
                DiagnosticCatalog.UnknownDataSet, name.Span, $"There is no data set `{name.Text}`.", diagnostics.Suggest(name.Text, _tables.Keys.Concat(reader?.BuiltIn ?? [])));
        }

        return null;
    }

    /// <summary>The table that a binding names as if it were a type: <c>p: person</c>; null where there is none of that name.</summary>
    public Table? FindRecord(NameSyntax name) => name.IsQuoted ? null : reader?.Records.FirstOrDefault(t => t.Name == name.Text);

    private Table? Open(DatasetSyntax syntax)
    {
        if (ReadOrigin(syntax.Origin) is not var (path, delimiter))
            return null;
        try
        {
            DataSet set = reader!.Open(syntax.Origin.Name.Text, path, delimiter);
            Table table = CreateTable(set, syntax.Name.Text, syntax.Name.Span);
            return BindModifiers(syntax, set, table) ? table : null;
        }
        catch (DataSetException e)
        {
            diagnostics.Report(e.Rule, syntax.Origin.Arguments[0].Span, e.Message, e.Hint);
            return null;
        }
    }

    private Table CreateTable(DataSet set, string name, TextSpan span)
    {
        var table = new Table(_schema, name, span) { DataSet = set };
        table.Fields = [.. set.Columns.Select((c, i) => new Field(table, i, c.Name, c.Type, span) { IsNullable = c.IsNullable })];
        return table;
    }

    private (string Path, char? Delimiter)? ReadOrigin(CallSyntax origin)
    {
        IReadOnlyList<string> kinds = reader?.Kinds ?? [];
        if (!kinds.Contains(origin.Name.Text))
        {
            string known = string.Join(", ", kinds.Select(k => $"{k}(\"…\")"));
            diagnostics.Report(DiagnosticCatalog.UnknownFunction, origin.Name.Span, $"A data set can't be read from `{origin.Name.Text}`.", known.Length == 0 ? null : $"Write one of {known}.");
            return null;
        }

        if (origin.Arguments.Any(a => a is BadExpressionSyntax))
            return null;
        int most = origin.Name.Text == "csv" ? 2 : 1;
        if (origin.Arguments.Count < 1 || origin.Arguments.Count > most)
        {
            diagnostics.Report(
                DiagnosticCatalog.ArgumentCount, origin.Span, $"`{origin.Name.Text}` takes {(most == 1 ? "1 argument" : "1 or 2 arguments")}, not {origin.Arguments.Count}.",
                $"Write {origin.Name.Text}(\"data/file.{origin.Name.Text}\").");
            return null;
        }

        if (origin.Arguments[0] is not LiteralSyntax { Value: string { Length: > 0 } path })
        {
            diagnostics.Report(DiagnosticCatalog.NotConstant, origin.Arguments[0].Span, "This is no path of a file.", $"Write {origin.Name.Text}(\"data/file.{origin.Name.Text}\").");
            return null;
        }

        char? delimiter = null;
        if (origin.Arguments.Count > 1)
        {
            if (origin.Arguments[1] is not LiteralSyntax { Value: string { Length: 1 } text } || !char.IsAscii(text[0]) || text[0] is '"' or '\r' or '\n' or '\0')
            {
                diagnostics.Report(DiagnosticCatalog.BadParameter, origin.Arguments[1].Span, "The delimiter is one ASCII character.", "Write csv(\"data/file.csv\", \";\"), with \"\\t\" for a tab.");
                return null;
            }

            delimiter = text[0];
        }

        // Beside the file that declares it, be it this one or one that it imports.
        SourceText file = diagnostics.Source.Holding(origin.Span.Start);
        return (Path.Combine(file == diagnostics.Source ? folder : Path.GetDirectoryName(file.Path) ?? "", path), delimiter);
    }

    private bool BindModifiers(DatasetSyntax syntax, DataSet set, Table table)
    {
        foreach (ModifierSyntax modifier in syntax.Modifiers)
        {
            if (modifier is not SimpleModifierSyntax { Name.Text: "weight" } weight)
                diagnostics.Report(DiagnosticCatalog.NotHere, modifier.Span, "This can't stand behind a data set.", "Behind it stands weight(column), or nothing.");
            else if (table.Weight is not null)
                diagnostics.Report(DiagnosticCatalog.RepeatedModifier, modifier.Span, $"`{table.Name}` has `weight` already.");
            else if (weight.Arguments is not [PathSyntax { Names: [var name] }])
                diagnostics.Report(DiagnosticCatalog.ArgumentCount, weight.Span, "`weight` takes the name of a column.", "Write weight(column).");
            else if (BindWeight(name, set, table) is not { } field)
                return false;
            else
                table.Weight = field;
        }

        return true;
    }

    /// <summary>A column of a data set; null where there is none, which is reported.</summary>
    public Field? FindColumn(Table table, NameSyntax name)
    {
        if (table.FindField(name.Text) is { } field)
            return field;
        diagnostics.Report(
            DiagnosticCatalog.UnknownField, name.Span, $"`{table.Name}` has no column `{name.Text}`.",
            diagnostics.Suggest(name.Text, table.Fields.Select(f => f.Name)) ?? $"Its columns are {string.Join(", ", table.Fields.Take(12).Select(f => f.Name))}{(table.Fields.Count > 12 ? ", …" : "")}.");
        return null;
    }

    private Field? BindWeight(NameSyntax name, DataSet set, Table table)
    {
        if (FindColumn(table, name) is not { } field)
            return null;
        string? why = field.Type.IsNumeric ? set.FindBadWeight(field.Index) : $"`{field}` is {DataTypes.Show(field.Type)}, and a weight is a number.";
        if (why is null)
            return field;
        diagnostics.Report(DiagnosticCatalog.BadWeight, name.Span, why);
        return null;
    }
}
