using System.Text;

namespace TestDataGen.Language;

/// <summary>Prints expressions, with brackets only where the operators' levels ask for them, and the comments within them where they stood.</summary>
internal sealed partial class ExpressionPrinter(StringBuilder output, PendingComments comments)
{
    /// <summary>Stands for a blank at which a line that is too long may be broken.</summary>
    public const char SoftBreak = '\u0001';

    /// <summary>Stands for the end of a line whose rest follows farther in.</summary>
    public const char HardBreak = '\u0002';

    /// <summary>Stands for the end of a line whose rest follows as far in as it begins.</summary>
    public const char ClosingBreak = '\u0003';

    // Within a text a line can't be broken.
    private int _texts;

    public void Print(ExpressionSyntax expression) => Print(expression, 0);

    public void PrintName(NameSyntax name)
    {
        PrintComments(name.Span.Start);
        if (!name.IsQuoted && Keywords.IsPlain(name.Text))
            output.Append(name.Text);
        else
            output.Append('`').Append(name.Text.Replace("`", "``", StringComparison.Ordinal)).Append('`');
    }

    public void PrintPath(PathSyntax path)
    {
        for (int i = 0; i < path.Names.Count; i++)
        {
            if (i > 0)
                output.Append('.');
            PrintName(path.Names[i]);
        }
    }

    public void PrintList<T>(IReadOnlyList<T> items, Action<T> print)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                output.Append(',').Append(Blank);
            print(items[i]);
        }
    }

    private char Blank => _texts > 0 ? ' ' : SoftBreak;

    private static int LevelOf(ExpressionSyntax expression) => expression switch
    {
        BinarySyntax binary => OperatorTable.LevelOf(binary.Operator),
        RangeSyntax => OperatorTable.RangeLevel,
        NullTestSyntax => OperatorTable.ComparisonLevel,
        UnarySyntax { Operator: UnaryOperator.Not } => OperatorTable.NotLevel,
        UnarySyntax => OperatorTable.NegationLevel,
        _ => OperatorTable.OperandLevel,
    };

    private void Print(ExpressionSyntax expression, int least)
    {
        PrintComments(FirstWordOf(expression));
        bool needsBrackets = LevelOf(expression) < least;
        if (needsBrackets)
            output.Append('(');
        PrintBare(expression);
        if (needsBrackets)
            output.Append(')');
    }

    private void PrintBare(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralSyntax literal:
                output.Append(literal.Text);
                break;
            case TemplateTextSyntax text:
                output.Append(text.Text);
                break;
            case PathSyntax path:
                PrintPath(path);
                break;
            case TemplateSyntax template:
                PrintTemplate(template);
                break;
            case CallSyntax call:
                PrintName(call.Name);
                PrintInBrackets('(', call.Arguments, Print, ')', call.Span.End);
                break;
            case FilterSyntax filter:
                Print(filter.Value);
                output.Append(" | ");
                PrintName(filter.Name);
                if (filter.Arguments.Count > 0)
                    PrintInBrackets('(', filter.Arguments, Print, ')', filter.Span.End);
                break;
            case WeightedSyntax weighted:
                Print(weighted.Value);
                output.Append(": ");
                Print(weighted.Weight);
                break;
            case UnarySyntax unary:
                output.Append(unary.Operator == UnaryOperator.Not ? "not " : "-");
                Print(unary.Operand, LevelOf(unary));
                break;
            case BinarySyntax binary:
                PrintBinary(binary);
                break;
            case RangeSyntax range:
                // 1 + 2..5 would be read rightly, but not by people.
                Print(range.Low, OperatorTable.NegationLevel);
                PrintComments(FirstWordOf(range.High));
                output.Append("..");
                Print(range.High, OperatorTable.NegationLevel);
                break;
            case NullTestSyntax test:
                Print(test.Operand, OperatorTable.ComparisonLevel + 1);
                output.Append(test.IsNegated ? " is not null" : " is null");
                break;
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} can't be printed.");
        }
    }

    private void PrintBinary(BinarySyntax binary)
    {
        int level = OperatorTable.LevelOf(binary.Operator);
        int left = OperatorTable.Chains(level) ? level : level + 1;
        int right = level + 1;
        // Few know by heart that `and` goes before `or`.
        if (level == OperatorTable.OrLevel)
            right = OperatorTable.NotLevel;
        Print(binary.Left, level == OperatorTable.OrLevel && LevelOf(binary.Left) == OperatorTable.AndLevel ? OperatorTable.NotLevel : left);
        PrintComments(FirstWordOf(binary.Right));
        PrintGap(level <= OperatorTable.AndLevel ? Blank : ' ');
        output.Append(OperatorTable.WordOf(binary.Operator)).Append(' ');
        Print(binary.Right, right);
    }

    private void PrintTemplate(TemplateSyntax template)
    {
        output.Append('"');
        _texts++;
        foreach (ExpressionSyntax part in template.Parts)
        {
            if (part is TemplateTextSyntax text)
            {
                output.Append(text.Text);
                continue;
            }

            output.Append('{');
            Print(part);
            output.Append('}');
        }

        _texts--;
        output.Append('"');
    }
}
