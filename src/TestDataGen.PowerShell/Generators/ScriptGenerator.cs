using TestDataGen.Generation;

namespace TestDataGen.Generators;

/// <summary>A script as a generator, in the runspaces of one run.</summary>
internal sealed class ScriptGenerator(string text, bool isUnique, ScriptPool pool) : ITdgGenerator
{
    public string Text => text;

    public bool IsUnique => isUnique;

    public object? Next(GeneratorRow row, GeneratorRandom random, IReadOnlyList<object> arguments) =>
        pool.Run(this, script => script.Next(row, random, arguments));

    // One pipeline for all of them: it costs more than most scripts.
    public void Fill(GeneratorCells cells) => pool.Run(this, script =>
    {
        for (int i = 0; i < cells.Count; i++)
            cells.Set(i, script.Next(cells.Row(i), cells.Random(i), cells.Arguments));
        return true;
    });
}
