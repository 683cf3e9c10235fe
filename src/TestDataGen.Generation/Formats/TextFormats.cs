namespace TestDataGen.Generation;

/// <summary>Words, sentences and paragraphs.</summary>
internal static class TextFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("lorem_word", "text", "A word.", l => l.Domain("lorem", "words")),
        new("lorem_words", "text", "Three words.", l => new TemplateDomain([l.Domain("lorem", "words"), Of(" "), l.Domain("lorem", "words"), Of(" "), l.Domain("lorem", "words")])),
        new("lorem_sentence", "text", "A sentence of 4 to 12 words.", l => Sentences(l, 1, 1)),
        new("lorem_paragraph", "text", "3 to 6 sentences.", l => Sentences(l, 3, 6)),
        new("hacker_abbreviation", "text", "TCP, HTTP, …", l => l.Domain("hacker", "abbreviation")),
        new("hacker_noun", "text", "A thing of information technology.", l => l.Domain("hacker", "noun")),
        new("hacker_verb", "text", "What one does to it.", l => l.Domain("hacker", "verb")),
        new("month_name", "text", "A month in the language.", l => l.Domain("date", "month.wide")),
        new("weekday_name", "text", "A day of the week in the language.", l => l.Domain("date", "weekday.wide")),
        new("database_engine", "text", "A storage engine.", l => l.Domain("database", "engine")),
        new("json_object", "text", "A small JSON object.", l => new TemplateDomain(
        [
            Of("{\"id\":"), new ChoiceDomain([PatternDomain.Parse("#"), Numbers()]), Of(",\"name\":\""), InternetFormats.Latin(l.Domain("lorem", "words")), Of("\",\"active\":"), new PickDomain(["true", "false"]), Of("}"),
        ])),
    ];

    private static TemplateDomain Numbers() => new([new PickDomain(["1", "2", "3", "4", "5", "6", "7", "8", "9"]), PatternDomain.Parse("###")]);

    private static DrawnDomain Sentences(LocaleData locale, int least, int most)
    {
        var words = (PickDomain)locale.Domain("lorem", "words");
        int longest = most * ((12 * (words.MaxBytes + 1)) + 2);
        return new DrawnDomain(longest, (ref RandomDraws draws, Span<byte> into) =>
        {
            int at = 0;
            int sentences = least + (int)draws.Below((ulong)(most - least + 1));
            for (int s = 0; s < sentences; s++)
            {
                if (s > 0)
                    into[at++] = (byte)' ';
                int first = at;
                int count = 4 + (int)draws.Below(9);
                for (int w = 0; w < count; w++)
                {
                    if (w > 0)
                        into[at++] = (byte)' ';
                    at += words.Write(draws.Below((ulong)words.Count), into[at..]);
                }

                if (char.IsAsciiLetterLower((char)into[first]))
                    into[first] -= 32;
                into[at++] = (byte)'.';
            }

            return at;
        });
    }

    private static PickDomain Of(string text) => new([text]);
}
