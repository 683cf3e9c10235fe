namespace TestDataGen.Language;

/// <summary>Fields and table constraints.</summary>
internal sealed partial class SyntaxPrinter
{
    private void PrintMembers(IReadOnlyList<MemberSyntax> members, TextSpan block, int headEnd)
    {
        OpenBraces(headEnd);
        FieldSyntax[] fields = [.. members.OfType<FieldSyntax>()];
        int names = ColumnOf(fields.Select(f => WidthOf(() => PrintFieldName(f))));
        int types = ColumnOf(fields
            .Select(f => f.Body)
            .OfType<ColumnSyntax>()
            .Where(c => c.Modifiers.Count > 0 || c.Value is not null)
            .Select(c => WidthOf(() => PrintType(c.Type))));
        foreach (MemberSyntax member in members)
        {
            Begin(member.Span, wantsBlankLine: false);
            if (member is RowsSyntax rows)
            {
                PrintRows(rows);
                continue;
            }

            if (member is FieldSyntax field)
                PrintField(field, names, types);
            else
                PrintConstraint(member);
            EndLine(member.Span.End);
        }

        CloseBraces(block);
    }

    private void PrintFieldName(FieldSyntax field)
    {
        _expressions.PrintName(field.Name);
        _line.Append(':');
    }

    private void PrintField(FieldSyntax field, int names, int types)
    {
        PrintPadded(() => PrintFieldName(field), names);
        switch (field.Body)
        {
            case RowBindingSyntax binding:
                _line.Append("row of ");
                _expressions.PrintName(binding.Dataset);
                break;
            case ColumnSyntax column:
                bool isAlone = column.Modifiers.Count == 0 && column.Value is null;
                PrintPadded(() => PrintType(column.Type), isAlone ? 0 : types);
                PrintModifiers(column.Modifiers);
                if (column.Value is null)
                    break;
                PrintWord("=", ExpressionPrinter.FirstWordOf(column.Value));
                _expressions.Print(column.Value);
                break;
            default:
                throw new InvalidOperationException($"{field.Body.GetType().Name} can't be printed.");
        }
    }

    private void PrintType(TypeSyntax type)
    {
        _expressions.PrintName(type.Name);
        if (type.Measures.Count > 0)
            _line.Append('(').AppendJoin(", ", type.Measures.Select(m => m.Text)).Append(')');
        if (type.Elements.Count > 0)
            _line.Append('[').AppendJoin("..", type.Elements.Select(m => m.Text)).Append(']');
    }

    private void PrintModifiers(IReadOnlyList<ModifierSyntax> modifiers)
    {
        foreach (ModifierSyntax modifier in modifiers)
        {
            _expressions.PrintComments(modifier.Span.Start);
            _expressions.PrintGap();
            PrintModifier(modifier);
        }
    }

    private void PrintModifier(ModifierSyntax modifier)
    {
        switch (modifier)
        {
            case SimpleModifierSyntax simple:
                _expressions.PrintName(simple.Name);
                if (simple.Arguments is not null)
                    PrintArguments(simple.Arguments, simple.Span.End);
                break;
            case ReferenceModifierSyntax reference:
                _line.Append("references(");
                _expressions.PrintPath(reference.Target);
                _line.Append(')');
                PrintOrigin(reference.IsFromDatabase, reference.Alias);
                break;
            case WhereModifierSyntax where:
                _line.Append("where ");
                _expressions.Print(where.Condition);
                break;
        }
    }

    private void PrintArguments(SyntaxList<ExpressionSyntax> arguments, int end) =>
        _expressions.PrintInBrackets('(', arguments, _expressions.Print, ')', end);

    private void PrintOrigin(bool isFromDatabase, NameSyntax? alias)
    {
        if (isFromDatabase)
            _line.Append(" from database");
        if (alias is null)
            return;
        PrintWord("as", alias.Span.Start);
        _expressions.PrintName(alias);
    }

    private void PrintConstraint(MemberSyntax member)
    {
        switch (member)
        {
            case KeySyntax key:
                _line.Append(key.IsPrimary ? "primary_key" : "unique");
                _expressions.PrintInBrackets('(', key.Fields, _expressions.PrintName, ')', key.Span.End);
                break;
            case TableReferenceSyntax reference:
                _line.Append("references(");
                _expressions.PrintList(reference.Fields, _expressions.PrintName);
                PrintWord("->", reference.Target.Span.Start);
                _expressions.PrintPath(reference.Target);
                foreach (NameSyntax more in reference.MoreTargets)
                {
                    _line.Append(", ");
                    _expressions.PrintName(more);
                }

                _line.Append(')');
                PrintOrigin(reference.IsFromDatabase, reference.Alias);
                if (reference.Condition is not null)
                {
                    _line.Append(" where ");
                    _expressions.Print(reference.Condition);
                }

                break;
            case CheckSyntax check:
                _line.Append("check ");
                _expressions.Print(check.Condition);
                break;
            default:
                throw new InvalidOperationException($"{member.GetType().Name} can't be printed.");
        }
    }

    private void PrintRows(RowsSyntax rows)
    {
        _line.Append("rows");
        OpenBraces(rows.Span.Start + 4);
        foreach (RowSyntax row in rows.Rows)
        {
            Begin(row.Span, wantsBlankLine: false);
            PrintArguments(row.Values, row.Span.End);
            EndLine(row.Span.End);
        }

        CloseBraces(rows.Span);
    }
}
