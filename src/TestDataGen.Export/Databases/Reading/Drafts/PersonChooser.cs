namespace TestDataGen.Export;

/// <summary>
/// Lets the columns of a table that are one person's names and addresses speak of the same person: drawn each by itself, Anna Smith would get the mail of bob.jones@example.com.
/// </summary>
internal static class PersonChooser
{
    // By the letters of a column's name. What is shorter than the length would be cut in the middle.
    private static readonly Dictionary<string, (string Part, int Length)> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["firstname"] = ("first_name", 15), ["givenname"] = ("first_name", 15), ["forename"] = ("first_name", 15), ["fname"] = ("first_name", 15), ["vorname"] = ("first_name", 15), ["prenom"] = ("first_name", 15),
        ["lastname"] = ("last_name", 20), ["familyname"] = ("last_name", 20), ["surname"] = ("last_name", 20), ["lname"] = ("last_name", 20), ["nachname"] = ("last_name", 20),
        ["fullname"] = ("full_name", 40), ["email"] = ("email", 50), ["emailaddress"] = ("email", 50), ["mail"] = ("email", 50), ["username"] = ("user_name", 35), ["login"] = ("user_name", 35),
    };

    /// <summary>Chooses the expressions, and the name by which they call the person.</summary>
    public static void Choose(TableDraft table)
    {
        (FieldDraft Field, string Part)[] found = [.. table.Fields.Select(f => (f, PartOf(table, f))).Where(p => p.Item2 is not null).DistinctBy(p => p.Item2).Select(p => (p.f, p.Item2!))];
        if (found.Length < 2 || !found.Any(p => p.Part is "first_name" or "last_name" or "full_name"))
            return;
        string person = Enumerable.Range(0, int.MaxValue).Select(i => i == 0 ? "p" : $"person_{i}").First(n => table.Find(n) is null);
        foreach ((FieldDraft field, string part) in found)
        {
            if (ExpressionOf(table, field, $"{person}.{part}", person) is { } expression && (field.MetForm is null || NamedTexts.Meet(table.Name, $"{person}: person {field.Name}: {field.TypeName} = {person}.{part}", field.MetForm)))
                (field.Expression, table.Person) = (expression, person);
        }
    }

    private static string? PartOf(TableDraft table, FieldDraft field)
    {
        string letters = string.Concat(field.Column.Name.Where(char.IsLetter));
        if (!Parts.TryGetValue(letters, out (string Part, int Length) part) || !TdgLiterals.IsText(field.Type.Type) || SchemaDraft.LengthOf(field.Type.Type) < part.Length)
            return null;
        bool isFree = field is { LeftOut: null, Reference: null, Numbered: null, Expression: null, Source: null, IsPrimaryKey: false, Type.Enum: null, Type.Modifiers: "", Facts: { IsSource: false, MinLength: 0, MaxLength: null } }
            && !table.Keys.Exists(k => k.Fields.Count > 1 && k.Fields.Contains(field));
        return isFree ? part.Part : null;
    }

    // What is unique needs a number of its own.
    private static string? ExpressionOf(TableDraft table, FieldDraft field, string part, string person)
    {
        if (!field.IsUnique)
            return part;
        FieldDraft? number = table.Keys.Find(k => k is { IsPrimary: true, Fields: [{ Reference: null } only] } && TdgLiterals.IsWhole(only.TypeName))?.Fields[0];
        return number is not null && part.EndsWith(".email", StringComparison.Ordinal) ? $"\"{{{person}.mailbox}}.{{{number.Name}}}@example.com\"" : null;
    }
}
