using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <content>What a frame knows of the parents of its rows.</content>
internal sealed partial class Frame
{
    private readonly Frame?[] _parents;
    private readonly bool[] _hasParent;
    private readonly int[]?[] _places;
    private readonly bool[] _isCompact;

    /// <summary>
    /// The frame of the parents that a reference points at. <paramref name="places"/> says where in it the parent of each row of this frame stands, -1 for a row
    /// without a parent; null: there is one for each, in order.
    /// </summary>
    public Frame Parent(int reference, out int[]? places)
    {
        // The steps of a series are small: what they need of their parents is computed for all of them.
        if (!_hasParent[reference] && Chain is { } chain && _origin is { } origin && (IsTrial || (origin._salt == _salt && !chain.Group.Chooses(reference))))
            return ParentOfOrigin(origin, reference, out places);
        // A try of a row has the row above it that its parents' try has.
        if (!_hasParent[reference] && IsTrial && _origin is { IsTrial: true } && Table.Table.References[reference] is { IsSelf: true, Condition: null })
            return ParentOfOrigin(_origin, reference, out places);
        if (!_hasParent[reference] && SharesParent(reference))
            return ParentOfOrigin(_origin!, reference, out places);
        if (!_hasParent[reference] && !IsTrial && Count > 0 && Table.GroupOfReference[reference] is { } checks)
            checks.Settle(this);
        if (!_hasParent[reference])
        {
            ParentLink link = Table.Parents[reference] ?? throw NoWayOn(reference);
            Frame parent = _parents[reference] ??= new Frame(link.Table);
            parent.Reset(Count);
            link.Fill(this, parent._rows.AsSpan(0, Count));
            Compact(reference, parent, link.MayRepeat);
            // What a check tries anew is not the parts of a row.
            if (link.IsSameRow && !IsTrial)
                parent.Salt(_salt);
        }

        places = _isCompact[reference] ? _places[reference] : null;
        return _parents[reference]!;
    }

    // Expressions are looked at when the run is planned; what a generator reads shows only here.
    private GenerationException NoWayOn(int reference) =>
        new($"A generator asks for {Table.Table.References[reference].Parent.Name} by way of a row of {Table.Table.Name} that is in the database, of which only its own fields are read.");

    // What is there is taken. And where a table refers to itself, each part of a frame with parents of its own would have parts with parents again: twice as many with
    // every step up.
    private bool SharesParent(int reference) => _origin is { } origin && Chain is null && origin._salt == _salt && origin.IsTrial == IsTrial
        && (origin._hasParent[reference] || Table.Parents[reference]!.Table == Table);

    private Frame ParentOfOrigin(Frame origin, int reference, out int[] places)
    {
        Frame parent = origin.Parent(reference, out int[]? ofOrigin);
        if (_places[reference] is not { } room || room.Length < Count)
            _places[reference] = room = new int[_rows.Length];
        for (int i = 0; i < Count; i++)
            room[i] = ofOrigin is null ? _originIndexes[i] : ofOrigin[_originIndexes[i]];
        places = room;
        return parent;
    }

    /// <summary>Lets a reference of this frame point at the parents given, -1 for none, and not at those that its plan says.</summary>
    public void SetParent(int reference, ReadOnlySpan<long> rows)
    {
        Frame parent = _parents[reference] ??= new Frame(Table.Parents[reference]!.Table);
        parent.Reset(Count);
        rows[..Count].CopyTo(parent._rows);
        Compact(reference, parent, mayRepeat: false);
    }

    // Rows without a parent take no place in the parents' frame, and siblings in a row share one.
    private void Compact(int reference, Frame parent, bool mayRepeat)
    {
        _hasParent[reference] = true;
        long[] rows = parent._rows;
        int first = 0;
        while (first < Count && rows[first] >= 0 && !(mayRepeat && first > 0 && rows[first] == rows[first - 1]))
            first++;
        _isCompact[reference] = first < Count;
        if (first == Count)
            return;
        if (_places[reference] is not { } places || places.Length < Count)
            _places[reference] = places = new int[_rows.Length];
        int used = first;
        for (int i = 0; i < first; i++)
            places[i] = i;
        for (int i = first; i < Count; i++)
        {
            long row = rows[i];
            if (row < 0)
            {
                places[i] = -1;
                continue;
            }

            if (!mayRepeat || used == 0 || rows[used - 1] != row)
                rows[used++] = row;
            places[i] = used - 1;
        }

        parent.Count = used;
    }

    /// <summary>Follows a way of references.</summary>
    /// <param name="path">Their numbers.</param>
    /// <param name="at">Takes for each row of this frame its place in the frame at the end, -1 where a reference on the way is null.</param>
    /// <returns>The frame at the end.</returns>
    public Frame Walk(ReadOnlySpan<int> path, Span<int> at)
    {
        for (int i = 0; i < Count; i++)
            at[i] = i;
        Frame end = this;
        foreach (int step in path)
        {
            end = end.Parent(step, out int[]? places);
            if (places is null)
                continue;
            for (int i = 0; i < Count; i++)
            {
                if (at[i] >= 0)
                    at[i] = places[at[i]];
            }
        }

        return end;
    }
}
