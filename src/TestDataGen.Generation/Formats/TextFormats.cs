using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Words, sentences and paragraphs.</summary>
internal static class TextFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("lorem_word", "text", "A word.", Words),
        new("lorem_words", "text", "Three words, or as many as asked for.", "words", (l, a) => WordsInRow(l, a.Integer(0, "words", 1, 100, 3))),
        new("lorem_sentence", "text", "A sentence of 4 to 12 words, or as many as asked for.", "least words, most words", (l, a) =>
        {
            int least = a.Integer(0, "least words", 1, 100, 4);
            return Sentences(l, 1, 1, least, a.Integer(1, "most words", least, 100, Math.Max(least, 12)));
        }),
        new("lorem_paragraph", "text", "3 to 6 sentences, or as many as asked for.", "least sentences, most sentences", (l, a) =>
        {
            int least = a.Integer(0, "least sentences", 1, 50, 3);
            return Sentences(l, least, a.Integer(1, "most sentences", least, 50, Math.Max(least, 6)), 4, 12);
        }),
        new("title", "text", "A title of a text: two to four words.", l => Sentences(l, 1, 1, 2, 4, end: "")),
        new("hacker_abbreviation", "text", "TCP, HTTP, …", l => l.Domain("hacker", "abbreviation")),
        new("hacker_adjective", "text", "How a thing of information technology is.", l => l.Domain("hacker", "adjective")),
        new("hacker_noun", "text", "A thing of information technology.", l => l.Domain("hacker", "noun")),
        new("hacker_verb", "text", "What one does to it.", l => l.Domain("hacker", "verb")),
        new("emoji", "text", "A face.", _ => Of("😀", "😁", "😂", "🙂", "😉", "😊", "😍", "😎", "🤔", "😐", "😴", "😢", "😡", "👍", "👎", "🎉")),
        new("json_object", "text", "A small JSON object.", l => Join(
            Of("{\"id\":"), Join(Numbers(1, 9), Pattern("###")), Of(",\"name\":\""), LatinWords.Words(l), Of("\",\"active\":"), Of("true", "false"), Of("}"))),
    ];

    private static PickDomain Words(LocaleData locale) => (PickDomain)locale.Domain("lorem", "words");

    private static TemplateDomain WordsInRow(LocaleData locale, int count) =>
        new(Enumerable.Range(0, count).SelectMany(i => i == 0 ? new TextDomain[] { Words(locale) } : [Of(" "), Words(locale)]));

    private static DrawnDomain Sentences(LocaleData locale, int least, int most, int leastWords, int mostWords, string end = ".")
    {
        PickDomain words = Words(locale);
        PickDomain first = new(words.Texts.Select(Capitalized));
        byte[] stop = System.Text.Encoding.UTF8.GetBytes(end);
        int longest = most * ((mostWords * (Math.Max(words.MaxBytes, first.MaxBytes) + 1)) + stop.Length);
        return new DrawnDomain(longest, (ref RandomDraws draws, Span<byte> into) =>
        {
            int at = 0;
            int sentences = least + (int)draws.Below((ulong)(most - least + 1));
            for (int s = 0; s < sentences; s++)
            {
                if (s > 0)
                    into[at++] = (byte)' ';
                int count = leastWords + (int)draws.Below((ulong)(mostWords - leastWords + 1));
                at += first.Draw(ref draws, into[at..]);
                for (int w = 1; w < count; w++)
                {
                    into[at++] = (byte)' ';
                    at += words.Draw(ref draws, into[at..]);
                }

                stop.CopyTo(into[at..]);
                at += stop.Length;
            }

            return at;
        });
    }

    private static string Capitalized(string word)
    {
        var first = System.Text.Rune.GetRuneAt(word, 0);
        return System.Text.Rune.ToUpperInvariant(first) + word[first.Utf16SequenceLength..];
    }
}
