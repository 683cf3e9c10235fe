using System.Text;

namespace TestDataGen.Language;

/// <summary>Prints a tree in the canonical form: two blanks a level, fields in columns, one blank line between declarations, comments where they stood.</summary>
internal sealed partial class SyntaxPrinter
{
    private const int MaxWidth = 120;

    // A name longer than this does not push the column of its neighbours to the right.
    private const int MaxColumn = 32;

    private readonly StringBuilder _output = new();
    private readonly StringBuilder _line = new();
    private readonly ExpressionPrinter _expressions;
    private readonly PendingComments _comments;
    private int _indent;

    // Where the last printed thing ended in the source, to keep a blank line that stood behind it.
    private int? _lastEnd;

    private SyntaxPrinter(SourceText? source, IReadOnlyList<Comment> comments)
    {
        _comments = new PendingComments(source, comments);
        _expressions = new ExpressionPrinter(_line, _comments);
    }

    /// <summary>Prints a tree that was parsed from <paramref name="source"/>, or made without any.</summary>
    public static string Print(FileSyntax file, SourceText? source, IReadOnlyList<Comment> comments)
    {
        var printer = new SyntaxPrinter(source, comments);
        printer.PrintFile(file);
        return printer._output.ToString();
    }

    private void PrintFile(FileSyntax file)
    {
        DeclarationSyntax? last = null;
        foreach (DeclarationSyntax declaration in file.Declarations)
        {
            // One-liners of a kind may stand close together.
            bool isClose = declaration is ImportSyntax or TypeAliasSyntax or EnumSyntax or DatasetSyntax && declaration.GetType() == last?.GetType();
            Begin(declaration.Span, wantsBlankLine: last is not null && !isClose);
            PrintDeclaration(declaration);
            last = declaration;
        }

        FlushComments(int.MaxValue);
    }

    private void PrintDeclaration(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case ImportSyntax import:
                _line.Append("import ");
                _expressions.Print(import.Path);
                EndLine(import.Span.End);
                break;
            case EnumSyntax e:
                PrintEnum(e);
                break;
            case TypeAliasSyntax alias:
                _line.Append("type ");
                _expressions.PrintName(alias.Name);
                PrintWord("=", alias.Type.Span.Start);
                PrintType(alias.Type);
                PrintModifiers(alias.Modifiers);
                EndLine(alias.Span.End);
                break;
            case CompositeTypeSyntax composite:
                PrintHead("type ", composite.Name);
                PrintMembers(composite.Members, composite.Span, composite.Name.Span.End);
                break;
            case MixinSyntax mixin:
                PrintHead("mixin ", mixin.Name);
                PrintMembers(mixin.Members, mixin.Span, mixin.Name.Span.End);
                break;
            case DatasetSyntax dataset:
                PrintHead("dataset ", dataset.Name);
                PrintWord("=", dataset.Origin.Span.Start);
                _expressions.Print(dataset.Origin);
                PrintModifiers(dataset.Modifiers);
                EndLine(dataset.Span.End);
                break;
            case SchemaSyntax schema:
                PrintSchema(schema);
                break;
            case GenerateSyntax generate:
                PrintGenerate(generate);
                break;
            default:
                throw new InvalidOperationException($"{declaration.GetType().Name} can't be printed.");
        }
    }

    private void PrintHead(string word, NameSyntax name)
    {
        _line.Append(word);
        _expressions.PrintName(name);
    }

    private void PrintEnum(EnumSyntax syntax)
    {
        PrintHead("enum ", syntax.Name);
        if (syntax.Values.Count > 0 && _comments.Before(syntax.Span.End) is null)
        {
            int width = _line.Length + (_indent * 2) + WidthOf(() => PrintEnumValues(syntax));
            if (width <= MaxWidth)
            {
                PrintEnumValues(syntax);
                EndLine(syntax.Span.End);
                return;
            }
        }

        OpenBraces(syntax.Name.Span.End);
        foreach (EnumValueSyntax value in syntax.Values)
        {
            Begin(value.Span, wantsBlankLine: false);
            PrintEnumValue(value);
            if (!ReferenceEquals(value, syntax.Values[^1]))
                _line.Append(',');
            EndLine(value.Span.End);
        }

        CloseBraces(syntax.Span);
    }

    private void PrintEnumValues(EnumSyntax syntax)
    {
        _line.Append(" { ");
        _expressions.PrintList(syntax.Values, PrintEnumValue);
        _line.Append(" }");
    }

    private void PrintEnumValue(EnumValueSyntax value)
    {
        _expressions.PrintName(value.Name);
        if (value.Weight is null)
            return;
        _line.Append(": ");
        _expressions.Print(value.Weight);
    }

    private void PrintSchema(SchemaSyntax schema)
    {
        PrintHead("schema ", schema.Name);
        OpenBraces(schema.Name.Span.End);
        bool isFirst = true;
        foreach (TableSyntax table in schema.Members.Cast<TableSyntax>())
        {
            Begin(table.Span, wantsBlankLine: !isFirst);
            isFirst = false;
            _line.Append("table ");
            _expressions.PrintPath(table.Name);
            if (table.Mixins.Count > 0)
            {
                PrintWord("with", table.Mixins[0].Span.Start);
                _expressions.PrintList(table.Mixins, _expressions.PrintName);
            }

            PrintMembers(table.Members, table.Span, table.Mixins.Count > 0 ? table.Mixins[^1].Span.End : table.Name.Span.End);
        }

        CloseBraces(schema.Span);
    }

    private void PrintGenerate(GenerateSyntax generate)
    {
        PrintHead("generate ", generate.Schema);
        if (generate.Profile is not null)
        {
            PrintWord("as", generate.Profile.Span.Start);
            _expressions.PrintName(generate.Profile);
        }

        OpenBraces(generate.Profile?.Span.End ?? generate.Schema.Span.End);
        int names = ColumnOf(generate.Items.OfType<CountSyntax>().Select(c => WidthOf(() => _expressions.PrintPath(c.Table))));
        int amounts = ColumnOf(generate.Items.OfType<CountSyntax>().Where(c => c.Parents.Count > 0).Select(c => WidthOf(() => PrintAmount(c.Amount))));
        foreach (GenerateItemSyntax item in generate.Items)
        {
            Begin(item.Span, wantsBlankLine: false);
            switch (item)
            {
                case SettingSyntax setting:
                    _line.Append(setting.Name.Text).Append(' ');
                    _expressions.Print(setting.Value);
                    break;
                case CountSyntax count:
                    PrintPadded(() => _expressions.PrintPath(count.Table), names);
                    PrintPadded(() => PrintAmount(count.Amount), count.Parents.Count > 0 ? amounts : 0);
                    if (count.Parents.Count == 0)
                        break;
                    PrintWord("per", count.Parents[0].Span.Start);
                    _expressions.PrintList(count.Parents, _expressions.PrintPath);
                    break;
            }

            EndLine(item.Span.End);
        }

        CloseBraces(generate.Span);
    }

    private void PrintAmount(CountAmountSyntax amount)
    {
        switch (amount)
        {
            case PlainAmountSyntax plain:
                _expressions.Print(plain.Value);
                break;
            case SeriesAmountSyntax series:
                _line.Append("every ");
                _expressions.Print(series.Step);
                _line.Append(" from ");
                _expressions.Print(series.From);
                _line.Append(" to ");
                _expressions.Print(series.To);
                break;
            case WeightedAmountSyntax weighted:
                _expressions.PrintComments(weighted.Span.Start);
                _expressions.PrintInBrackets('{', weighted.Cases, _expressions.Print, '}', weighted.Span.End);
                break;
        }
    }
}
