using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary><c>min</c> and <c>max</c> over children, of texts by their bytes: the order of code points.</summary>
internal sealed class ExtremeTextNode(TablePlan children, int field, bool isGreatest, DataType type, CompileContext context)
    : AggregateNode<ExtremeTextNode.State>(children, field, type, context)
{
    public override bool OwnsText => true;

    protected override void Add(ref State state, Column values, int from, int to)
    {
        var texts = (BytesColumn)values;
        int best = -1;
        for (int i = from; i < to; i++)
        {
            if (!values.IsNull(i) && (best < 0 || IsBetter(texts[i], texts[best])))
                best = i;
        }

        if (best >= 0 && (!state.Any || IsBetter(texts[best], state.Text)))
            state.Set(texts[best]);
    }

    protected override void Finish(in State state, Column target, int index)
    {
        if (state.Any)
            ((BytesColumn)target).Set(index, state.Text);
        else
            target.SetNull(index);
        state.Release();
    }

    private bool IsBetter(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => isGreatest ? a.SequenceCompareTo(b) > 0 : a.SequenceCompareTo(b) < 0;

    /// <summary>The best text so far: the batch that it came from may be gone.</summary>
    internal struct State
    {
        private byte[]? _bytes;
        private int _length;

        public readonly bool Any => _bytes is not null;

        public readonly ReadOnlySpan<byte> Text => _bytes.AsSpan(0, _length);

        public void Set(ReadOnlySpan<byte> text)
        {
            if (_bytes is null || _bytes.Length < text.Length)
            {
                Release();
                _bytes = System.Buffers.ArrayPool<byte>.Shared.Rent(text.Length);
            }

            text.CopyTo(_bytes);
            _length = text.Length;
        }

        public readonly void Release()
        {
            if (_bytes is not null)
                System.Buffers.ArrayPool<byte>.Shared.Return(_bytes);
        }
    }
}
