using System.Globalization;
using System.Runtime.CompilerServices;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>
/// Checks of a table that depend on the same random cells, and those cells: fields, and references, by which parents are drawn. A row takes the first try at which
/// all of its checks hold; try 0 is what the row draws without checks. So a row is still a function of its number: which tries other rows need makes no difference.
/// </summary>
/// <param name="checks">The checks.</param>
/// <param name="conditions">Their conditions, compiled.</param>
/// <param name="fields">The fields that are drawn together.</param>
/// <param name="references">The references that are drawn with them.</param>
/// <param name="isDrawn">Whether anything is drawn: otherwise there is but one try.</param>
/// <param name="node">The place of the frame in which rows are tried.</param>
/// <param name="upperNode">The place of the frame in which rows of the same table are drawn as parents for <see cref="TriesOfParent"/> tries; -1: there are none.</param>
internal sealed class CheckGroup(
    IReadOnlyList<CheckPlan> checks, Node[] conditions, int[] fields, int[] references, bool isDrawn, int node, int upperNode)
{
    /// <summary>Most tries of a row.</summary>
    public const int MaxTries = 1000;

    /// <summary>
    /// How many tries have the same parent, where that is a row of the same table: its own checks must be settled, with the row above it, and so on. Were it drawn for
    /// each try, there would be that many more rows to settle with every step up.
    /// </summary>
    private const int TriesOfParent = 16;

    // While a plan samples rows: in how many of those that were tried first each check holds.
    private int[]? _holding;
    private int _judged;

    /// <summary>The checks.</summary>
    public IReadOnlyList<CheckPlan> Checks => checks;

    /// <summary>The fields that are drawn together.</summary>
    public IReadOnlyList<int> Fields => fields;

    /// <summary>The references that are drawn with them.</summary>
    public IReadOnlyList<int> References => references;

    /// <summary>Settles a frame's rows: fills the columns of <see cref="Fields"/> and sets the parents of <see cref="References"/> by each row's first try that meets the checks.</summary>
    /// <exception cref="GenerationException">A row has met them at no try.</exception>
    public void Settle(Frame frame)
    {
        // A generator, or the parts of a row, may come back to the row itself.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new GenerationException($"{checks[0].Check.Table.Name}: check {checks[0].Check.Text} reads what depends on its own fields, over other rows.");
        int count = frame.Count;
        CheckRoom room = frame.RoomOf(this);
        room.Ensure(Math.Max(count, Math.Min(2 * count, RowBatch.MaxRows)), references.Length, fields.Length);
        (int[] open, bool[] fails, long[] parents, Column?[] columns) = (room.Open, room.Fails, room.Parents, room.Columns);
        for (int k = 0; k < fields.Length; k++)
            columns[k] = frame.IsFilled(fields[k]) ? null : frame.Open(fields[k]);
        for (int i = 0; i < count; i++)
            open[i] = i;
        int left = count;
        Frame? upper = null;
        for (int attempt = 0; left > 0; attempt++)
        {
            if (attempt == (isDrawn ? MaxTries : 1))
                throw Failed(frame.Rows[open[0]]);
            if (upperNode >= 0 && attempt % TriesOfParent == 0)
                upper = frame.Trial(upperNode, room.CopyOpen(left), left, attempt / TriesOfParent);
            Frame trial = upper is null ? frame.Trial(node, open, left, attempt) : upper.Trial(node, room.InUpper, left, attempt % TriesOfParent == 0 ? 0 : attempt);
            Judge(trial, fails, isFirst: attempt == 0);
            Take(trial, open, fails, columns, parents, count);
            left = KeepFailing(open, room.InUpper, fails, left);
        }

        for (int k = 0; k < references.Length; k++)
            frame.SetParent(references[k], parents.AsSpan(k * count, count));
        foreach (int field in fields)
            frame.Close(field);
    }

    /// <summary>Settles some rows of the whole table, and says of each check in which share of them it holds at try 0.</summary>
    /// <exception cref="GenerationException">As <see cref="Settle"/>.</exception>
    public void Sample(Frame frame)
    {
        _holding = new int[conditions.Length];
        try
        {
            // Either settles the frame, or its rows one after the other where they run.
            if (fields.Length > 0)
                frame.Column(fields[0]);
            else
                frame.Parent(references[0], out _);
        }
        finally
        {
            _holding = null;
        }
    }

    private void Judge(Frame trial, bool[] fails, bool isFirst)
    {
        Array.Clear(fails, 0, trial.Count);
        _judged += isFirst && _holding is not null ? trial.Count : 0;
        for (int k = 0; k < conditions.Length; k++)
        {
            Column verdict = conditions[k].Value(trial);
            int met = 0;
            for (int i = 0; i < trial.Count; i++)
            {
                bool isMet = IsMet(verdict, i);
                fails[i] |= !isMet;
                met += isMet ? 1 : 0;
            }

            if (isFirst && _holding is { } holding)
                checks[k].Rate = (double)(holding[k] += met) / _judged;
        }
    }

    private static bool IsMet(Column verdict, int index) => verdict.IsNull(index) || ((Int64Column)verdict).Values[index] != 0;

    private void Take(Frame trial, int[] open, bool[] fails, Column?[] columns, long[] parents, int count)
    {
        for (int k = 0; k < fields.Length; k++)
        {
            // Filled already: this is a part of a frame that was settled.
            if (columns[k] is not { } column)
                continue;
            Column tried = trial.Column(fields[k]);
            for (int i = 0; i < trial.Count; i++)
            {
                if (!fails[i])
                    column.Copy(open[i], tried, i);
            }
        }

        for (int k = 0; k < references.Length; k++)
        {
            ReadOnlySpan<long> rows = trial.Parent(references[k], out int[]? places).Rows;
            for (int i = 0; i < trial.Count; i++)
            {
                if (!fails[i])
                    parents[(k * count) + open[i]] = places is null ? rows[i] : places[i] < 0 ? -1 : rows[places[i]];
            }
        }
    }

    private static int KeepFailing(int[] open, int[] inUpper, bool[] fails, int count)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            if (fails[i])
                (open[kept], inUpper[kept++]) = (open[i], inUpper[i]);
        }

        return kept;
    }

    private UnmetCheckException Failed(long row)
    {
        CheckPlan check = checks.MinBy(c => c.Rate)!;
        string others = checks.Count > 1 ? $", together with {checks.Count - 1} more," : "";
        string rate = check.Rate is { } share ? string.Create(CultureInfo.InvariantCulture, $"; it holds in {share * 100:0.##}% of a sample of rows") : "";
        string problem = $"{check.Check.Table.Name}, row {row + 1}: check {check.Check.Text}{others} is not met";
        return isDrawn
            ? new UnmetCheckException(string.Create(CultureInfo.InvariantCulture, $"{problem} in {MaxTries:N0} tries{rate}."), "Widen what its fields are drawn from, or loosen the check.")
            : new UnmetCheckException($"{problem}, and nothing that it reads is drawn at random.", "Change the check, or the fields that it reads.");
    }
}
