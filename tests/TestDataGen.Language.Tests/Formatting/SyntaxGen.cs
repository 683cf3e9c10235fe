using CsCheck;

namespace TestDataGen.Language.Tests;

/// <summary>Makes syntax trees at random: every kind of node, every way that they can stand in one another.</summary>
internal static class SyntaxGen
{
    private static readonly Gen<NameSyntax> Name = Gen.OneOf(
            "a", "b", "total", "größe", "x1", "_y", "odd name", "back`quote", "1st", "schema", "table", "now", "and", "check", "unique", "seed", "if", "per", "date", "int", "a.b", "tab\there")
        .Select(text => new NameSyntax(text, Keywords.Contains(text), default));

    private static readonly Gen<PathSyntax> Path = Name.List[1, 3].Select(names => new PathSyntax(new SyntaxList<NameSyntax>(names)));

    private static readonly Gen<ExpressionSyntax> Literal = Gen.OneOf<(object? Value, string Text)>(
            (1L, "1"), (10_000L, "10_000"), (2.50m, "2.50"), (1e40, "1e40"), (99999999999999999999m, "99999999999999999999"), (true, "true"), (false, "false"), (null, "null"),
            ("", "\"\""), ("text", "\"text\""), ("{\"\\\n", "\"\\{\\\"\\\\\\n\""), ("😀", "\"\\u{1F600}\""),
            (new DateOnly(2026, 1, 31), "2026-01-31"), (new TimeOnly(12, 30), "12:30"), (new DateTime(2026, 1, 31, 1, 2, 3, DateTimeKind.Utc), "2026-01-31T01:02:03Z"),
            (TimeSpan.FromDays(30), "30d"), (TimeSpan.FromMilliseconds(10), "10ms"))
        .Select(ExpressionSyntax (l) => new LiteralSyntax(l.Value, l.Text, default));

    private static readonly Gen<TemplateTextSyntax> TemplateText = Gen.OneOf(("-", "-"), (" {x} ", " \\{x\\} "), ("\\n", "\\\\n"), ("//", "//"))
        .Select(t => new TemplateTextSyntax(t.Item1, t.Item2, default));

    private static readonly Gen<ExpressionSyntax> Percent = Gen.Const<ExpressionSyntax>(new LiteralSyntax(new PercentValue(40), "40%", default));

    private static readonly Gen<ExpressionSyntax> Weight = Gen.OneOf<ExpressionSyntax>(
        Percent, Literal, Literal.Select(ExpressionSyntax (l) => new UnarySyntax(UnaryOperator.Negate, l, default)));

    private static readonly Gen<ExpressionSyntax> Expression = Gen.Recursive<ExpressionSyntax>((depth, inner) => depth > 4
        ? Gen.OneOf<ExpressionSyntax>(Literal, Path.Where(IsExpression).Select(ExpressionSyntax (p) => p))
        : Gen.OneOf<ExpressionSyntax>(
            Literal,
            Path.Where(IsExpression).Select(ExpressionSyntax (p) => p),
            Gen.Select(Gen.Enum<BinaryOperator>(), inner, inner, ExpressionSyntax (o, l, r) => new BinarySyntax(o, l, r)),
            Gen.Select(Gen.Enum<UnaryOperator>(), inner, ExpressionSyntax (o, x) => new UnarySyntax(o, x, default)),
            Gen.Select(inner, inner, ExpressionSyntax (l, h) => new RangeSyntax(l, h)),
            Gen.Select(inner, Gen.Bool, ExpressionSyntax (x, n) => new NullTestSyntax(x, n, default)),
            Gen.Select(Name.Where(IsFunction), Argument(inner).List[0, 3], ExpressionSyntax (n, a) => new CallSyntax(n, ListOf(a), default)),
            Gen.Select(TemplateText, inner, inner, Gen.Int[0, 3], Template),
            Gen.Select(inner, Gen.Select(Name, Argument(inner).List[0, 2]).List[1, 3], Filtered)));

    private static readonly Gen<TypeSyntax> Type = Gen.OneOf<TypeSyntax>(
        Gen.OneOf("bigint", "text", "Money").Select(n => new TypeSyntax(new NameSyntax(n, false, default), SyntaxList<LiteralSyntax>.Empty, default)),
        Gen.Const(new TypeSyntax(new NameSyntax("decimal", false, default), new SyntaxList<LiteralSyntax>([Number(12), Number(2)]), default)),
        Gen.Const(new TypeSyntax(new NameSyntax("integer", false, default), SyntaxList<LiteralSyntax>.Empty, default) { Elements = new SyntaxList<LiteralSyntax>([Number(0), Number(3)]) }),
        Gen.Const(new TypeSyntax(new NameSyntax("Phone", false, default), SyntaxList<LiteralSyntax>.Empty, default) { Elements = new SyntaxList<LiteralSyntax>([Number(2)]) }),
        Name.Where(n => n.Text != "int").Select(n => new TypeSyntax(n, SyntaxList<LiteralSyntax>.Empty, default)));

    private static readonly Gen<ModifierSyntax> Modifier = Gen.OneOf<ModifierSyntax>(
        Gen.OneOf("unique", "primary_key", "nullable", "sequence").Select(ModifierSyntax (n) => new SimpleModifierSyntax(new NameSyntax(n, false, default), null, default)),
        Gen.Select(Gen.OneOf("min", "between", "weighted", "whatever"), Argument(Expression).List[0, 3],
            ModifierSyntax (n, a) => new SimpleModifierSyntax(new NameSyntax(n, false, default), ListOf(a), default)),
        Gen.Const<ModifierSyntax>(new SimpleModifierSyntax(
            new NameSyntax("regex", false, default),
            new SyntaxList<ExpressionSyntax>([new LiteralSyntax(new RegexValue("[a-z]/\\d"), "/[a-z]\\/\\d/", default)]), default)),
        Gen.Select(Path, Name.Null(), Gen.Bool, ModifierSyntax (t, a, d) => new ReferenceModifierSyntax(t, a, default) { IsFromDatabase = d }),
        Expression.Select(ModifierSyntax (c) => new WhereModifierSyntax(c, default)));

    private static readonly Gen<FieldBodySyntax> Body = Gen.OneOf<FieldBodySyntax>(
        Name.Select(FieldBodySyntax (n) => new RowBindingSyntax(n, default)),
        Gen.Select(Type, Modifier.List[0, 3], Expression.Null(), FieldBodySyntax (t, m, v) => new ColumnSyntax(t, ListOf(m), v)));

    private static readonly Gen<MemberSyntax> Member = Gen.Frequency<MemberSyntax>(
        (6, Gen.Select(Name, Body, MemberSyntax (n, b) => new FieldSyntax(n, b))),
        (1, Gen.Select(Gen.Bool, Name.List[1, 3], MemberSyntax (p, f) => new KeySyntax(p, ListOf(f), default))),
        (1, Gen.Select(Name.List[1, 3], Path, Name.List[0, 2], Name.Null(), Expression.Null(), Gen.Bool, MemberSyntax (f, t, m, a, c, d) => new TableReferenceSyntax(ListOf(f), t, ListOf(m), a, c, default) { IsFromDatabase = d })),
        (1, Expression.Select(MemberSyntax (c) => new CheckSyntax(c, default))),
        (1, Expression.List[0, 3].Select(v => new RowSyntax(ListOf(v), default)).List[0, 3].Select(MemberSyntax (r) => new RowsSyntax(ListOf(r), default))));

    private static readonly Gen<SchemaMemberSyntax> Table = Gen.Select(
        Path, Name.List[0, 2], Member.List[0, 5], SchemaMemberSyntax (n, w, m) => new TableSyntax(n, ListOf(w), ListOf(m), default));

    private static readonly Gen<ExpressionSyntax> Rows = Gen.OneOf<ExpressionSyntax>(
        Literal, Gen.Select(Literal, Literal, ExpressionSyntax (l, h) => new RangeSyntax(l, h)));

    private static readonly Gen<CountAmountSyntax> Amount = Gen.OneOf<CountAmountSyntax>(
        Expression.Select(CountAmountSyntax (e) => new PlainAmountSyntax(e)),
        Gen.Select(Literal, Expression, Expression, CountAmountSyntax (s, f, t) => new SeriesAmountSyntax(s, f, t, default)),
        Gen.Select(Rows, Weight, (v, w) => new WeightedSyntax(v, w)).List[0, 3].Select(CountAmountSyntax (c) => new WeightedAmountSyntax(ListOf(c), default)));

    private static readonly Gen<GenerateItemSyntax> Item = Gen.OneOf<GenerateItemSyntax>(
        Gen.Select(Gen.OneOf("seed", "locale", "now", "version", "scale"), Expression, GenerateItemSyntax (n, v) => new SettingSyntax(new NameSyntax(n, false, default), v)),
        Gen.Select(Path, Amount, Path.List[0, 2], GenerateItemSyntax (t, a, p) => new CountSyntax(t, a, ListOf(p))));

    private static readonly Gen<DeclarationSyntax> Declaration = Gen.OneOf<DeclarationSyntax>(
        Gen.Const<DeclarationSyntax>(new ImportSyntax(new LiteralSyntax("a.tdg", "\"a.tdg\"", default), default)),
        Gen.Select(Name, Gen.Select(Name, Literal.Null(), (n, w) => new EnumValueSyntax(n, w)).List[0, 12], DeclarationSyntax (n, v) => new EnumSyntax(n, ListOf(v), default)),
        Gen.Select(Name, Type, Modifier.List[0, 2], DeclarationSyntax (n, t, m) => new TypeAliasSyntax(n, t, ListOf(m), default)),
        Gen.Select(Name, Member.List[0, 3], DeclarationSyntax (n, m) => new CompositeTypeSyntax(n, ListOf(m), default)),
        Gen.Select(Name, Member.List[0, 3], DeclarationSyntax (n, m) => new MixinSyntax(n, ListOf(m), default)),
        Gen.Select(Name, Name, Argument(Expression).List[0, 2], Modifier.List[0, 2],
            DeclarationSyntax (n, o, a, m) => new DatasetSyntax(n, new CallSyntax(o, ListOf(a), default), ListOf(m), default)),
        Gen.Select(Name, Table.List[0, 3], DeclarationSyntax (n, t) => new SchemaSyntax(n, ListOf(t), default)),
        Gen.Select(Name, Name.Null(), Item.List[0, 5], DeclarationSyntax (n, p, i) => new GenerateSyntax(n, p, ListOf(i), default)));

    /// <summary>Whole files.</summary>
    public static readonly Gen<FileSyntax> File = Declaration.List[0, 5].Select(d => new FileSyntax(ListOf(d), default));

    private static Gen<ExpressionSyntax> Argument(Gen<ExpressionSyntax> expression) => Gen.Frequency<ExpressionSyntax>(
        (5, expression),
        (1, Percent),
        (1, Gen.Select(expression, Weight, ExpressionSyntax (v, w) => new WeightedSyntax(v, w))));

    // A bare keyword is never a name at the beginning of an expression; the generator quotes them all.
    private static bool IsExpression(PathSyntax path) => path.Names[0].IsQuoted || !Keywords.Contains(path.Names[0].Text);

    private static bool IsFunction(NameSyntax name) => IsExpression(new PathSyntax(new SyntaxList<NameSyntax>([name])));

    private static ExpressionSyntax Template(TemplateTextSyntax text, ExpressionSyntax first, ExpressionSyntax second, int shape) => new TemplateSyntax(
        new SyntaxList<ExpressionSyntax>(shape switch { 0 => [first], 1 => [text, first], 2 => [first, text, second], _ => [first, second, text] }), default);

    private static ExpressionSyntax Filtered(ExpressionSyntax value, List<(NameSyntax Name, List<ExpressionSyntax> Arguments)> filters) => new TemplateSyntax(
        new SyntaxList<ExpressionSyntax>([filters.Aggregate(value, (v, f) => new FilterSyntax(v, f.Name, ListOf(f.Arguments), default))]), default);

    private static LiteralSyntax Number(long value) => new(value, $"{value}", default);

    private static SyntaxList<T> ListOf<T>(IReadOnlyList<T> items) => new(items);
}
