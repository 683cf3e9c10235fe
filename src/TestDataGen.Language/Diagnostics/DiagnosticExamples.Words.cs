namespace TestDataGen.Language;

public static partial class DiagnosticExamples
{
    private const string ImportingText = "import \"FILE\"\n\nschema Shop {\n  table orders { id: bigint primary_key  status: OrderStatus }\n}\n";

    private static DiagnosticExample[] OfFiles =>
    [
        Importing(DiagnosticCatalog.FileNotFound, "A file that the text or the command line names is not there. An import is looked for beside the file that imports it.", "typs.tdg"),
        Importing(DiagnosticCatalog.FileUnreadable, "The file is there, but it can't be opened: it is a folder, or you may not read it.", "data"),
        Importing(DiagnosticCatalog.FileTooLarge, "A schema is written by people and has up to 16 MiB, all that it imports included. What is larger is most likely data, named by mistake.", "dump.tdg"),
        Importing(DiagnosticCatalog.NotUtf8, "All files are read as UTF-8, with a byte order mark or without. Other encodings would give other letters than the ones that were meant.", "latin1.tdg"),
        new(DiagnosticCatalog.ImportCircle, "Files import each other in a circle, or a file imports itself.",
            "import \"shop.tdg\"\n\n" + Fields("id: bigint primary_key"), "shop.tdg", "types.tdg"),
        new(DiagnosticCatalog.NoSchema, "There is nothing to make data of: the file declares no schema.",
            "// Nothing yet.\n", "// Nothing yet.", "schema Shop { table orders { id: bigint primary_key } }"),
        new(DiagnosticCatalog.TooManyFields, "Mixins and composite types bring their fields each time they are used. A file of a few lines could so ask for more fields than fit in memory.",
            TypesOfTypes(), "all: E", "all: B"),
        new(DiagnosticCatalog.DataSetUnreadable, "A data set's file is not there or can't be opened. Its path starts at the folder of the file that declares it.",
            DataSet("data/citys.csv"), "data/citys.csv", "data/cities.csv"),
        new(DiagnosticCatalog.DataSetMalformed, "A data set's file was opened, but it is not what it should be: a row has too few or too many fields, or the JSON is broken.",
            DataSet("data/broken.csv"), "data/broken.csv", "data/cities.csv"),
    ];

    private static DiagnosticExample[] OfWords =>
    [
        new(DiagnosticCatalog.BadCharacter, "A character, or two, that the language has no use for. What other languages write so is often written in another way here.",
            Fields("id:   bigint  primary_key\npaid: boolean\nsent: boolean\ndone: boolean = paid && sent"), "&&", "and"),
        new(DiagnosticCatalog.UnterminatedText, "A text in double quotes has no closing quote on its line, or a `{` in it is not closed. What was meant as text is then read as something else.",
            Fields("id:   bigint primary_key\nnote: text   = \"as ordered"), "\"as ordered", "\"as ordered\""),
        new(DiagnosticCatalog.UnterminatedComment, "A comment that begins with `/*` goes on to the end of the file.",
            Fields("id: bigint primary_key") + "\n/* The rest comes later.\n", "later.", "later. */"),
        new(DiagnosticCatalog.UnterminatedRegex, "A regular expression stands between two slashes on one line, and the second is missing.",
            Fields("id:  bigint primary_key\nsku: string(12) regex(/[A-Z]{3}-[0-9]{6})"), "[0-9]{6})", "[0-9]{6}/)"),
        new(DiagnosticCatalog.UnterminatedName, "A name in back-quotes has no closing back-quote on its line.",
            Fields("id: bigint primary_key\n`unit price: decimal(9, 2)"), "`unit price:", "`unit price`:"),
        new(DiagnosticCatalog.EmptyName, "Between two back-quotes stands no name.",
            Fields("id: bigint  primary_key\n``: integer between(1, 9)"), "``:", "`line #`:"),
        new(DiagnosticCatalog.BadEscape, "In a text a backslash begins an escape, and this is none.",
            Fields("id:   bigint primary_key\npath: text   = \"C:\\data\""), "C:\\data", "C:\\\\data"),
        new(DiagnosticCatalog.SingleQuotes, "SQL writes texts in single quotes, this language in double quotes.",
            Fields("id:   bigint primary_key\nkind: text   one_of(\"new\", 'used')"), "'used'", "\"used\""),
        new(DiagnosticCatalog.NumberTooLarge, "An exact number has up to 28 digits; more would be rounded without a word. Floating-point numbers, too, have a greatest one.",
            Fields("id:    bigint primary_key\natoms: double = 12345678901234567890123456789"), "12345678901234567890123456789", "1.2345e28"),
        new(DiagnosticCatalog.BadUnit, "Letters behind a number are the unit of a duration. Months and years are none, since they differ in length.",
            Fields("id:     bigint primary_key\nplaced: datetime between(now - 2y, now)"), "2y", "730d"),
        new(DiagnosticCatalog.BadDate, "What has the form of a day or a time is none of the calendar or the clock.",
            Fields("id:     bigint primary_key\nplaced: date   between(2026-02-01, 2026-02-30)"), "2026-02-30", "2026-02-28"),
    ];

    private static DiagnosticExample Importing(DiagnosticRule rule, string meaning, string file) =>
        new(rule, meaning, ImportingText.Replace("FILE", file, StringComparison.Ordinal), file, "types.tdg");

    private static string DataSet(string path) => $"dataset Cities = csv(\"{path}\")\n\n" + Fields("id:   bigint primary_key\nhome: row of Cities\ncity: text   = home.name");

    // Ten times ten times ten times ten times ten fields.
    private static string TypesOfTypes()
    {
        string Parts(string type) => string.Join("  ", "abcdefghij".Select(part => $"{part}: {type}"));
        string types = string.Concat("ABCDE".Select((name, i) => $"type {name} {{ {Parts(i == 0 ? "text" : ((char)(name - 1)).ToString())} }}\n"));
        return types + "\n" + Fields("id:  bigint primary_key\nall: E");
    }
}
