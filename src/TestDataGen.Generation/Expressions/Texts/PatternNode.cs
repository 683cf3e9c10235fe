using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>pattern(text)</c>: a text by a pattern that is not known before; each of its places draws by itself.</summary>
internal sealed class PatternNode(Node pattern, ulong key, DataType type, CompileContext context) : Node(type, context)
{
    public override bool OwnsText => true;

    public override void Evaluate(Frame frame, Column target)
    {
        var patterns = (BytesColumn)pattern.Value(frame);
        var texts = (BytesColumn)target;
        ReadOnlySpan<long> rows = frame.Draws;
        for (int i = 0; i < rows.Length; i++)
        {
            if (patterns.IsNull(i))
                target.SetNull(i);
            else
                texts.Commit(i, Draw(patterns[i], new RandomDraws(key, (ulong)rows[i] << Squares.DrawBits), texts.Reserve(patterns[i].Length)));
        }
    }

    private static int Draw(ReadOnlySpan<byte> pattern, RandomDraws draws, Span<byte> into)
    {
        int length = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            byte character = pattern[i];
            if (character == '\\' && i + 1 < pattern.Length)
            {
                into[length++] = pattern[++i];
                continue;
            }

            int alphabet = character switch { (byte)'#' => 10, (byte)'?' => 26, (byte)'*' => 36, _ => 0 };
            if (alphabet == 0)
            {
                into[length++] = character;
                continue;
            }

            int drawn = (int)draws.Below((ulong)alphabet);
            // Digits, then letters; ? has letters only.
            into[length++] = (byte)(alphabet != 26 && drawn < 10 ? '0' + drawn : 'A' + drawn - (alphabet == 26 ? 0 : 10));
        }

        return length;
    }
}
