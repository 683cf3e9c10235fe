namespace TestDataGen.Language.Tests;

/// <summary>A text in which «…» marks the places that diagnostics should underline.</summary>
internal sealed class MarkedText
{
    private MarkedText(string text, IReadOnlyList<TextSpan> marks) => (Text, Marks) = (text, marks);

    public string Text { get; }

    public IReadOnlyList<TextSpan> Marks { get; }

    public static MarkedText Parse(string marked)
    {
        var text = new System.Text.StringBuilder();
        var marks = new List<TextSpan>();
        int open = 0;
        foreach (char c in marked)
        {
            if (c == '«')
                open = text.Length;
            else if (c == '»')
                marks.Add(new TextSpan(open, text.Length - open));
            else
                text.Append(c);
        }

        return new MarkedText(text.ToString(), marks);
    }

    /// <summary>Asserts that reading the text gives exactly these codes, at the marks, in order.</summary>
    public void AssertGives(params string[] codes)
    {
        IReadOnlyList<Diagnostic> diagnostics = Tdg.Read(Text).Diagnostics;
        string shown = string.Join("\n", diagnostics.Select(d => d.ToDisplayString()));
        Assert.True(codes.SequenceEqual(diagnostics.Select(d => d.Code)), $"Expected {string.Join(", ", codes)} but got:\n{shown}");
        for (int i = 0; i < Marks.Count; i++)
            Assert.True(Marks[i] == diagnostics[i].Span, $"Expected `{Text.Substring(Marks[i].Start, Marks[i].Length)}` to be underlined but got:\n{shown}");
    }
}
