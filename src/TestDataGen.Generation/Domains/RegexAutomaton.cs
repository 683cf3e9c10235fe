namespace TestDataGen.Generation;

/// <summary>
/// The deterministic automaton of an expression whose repetitions all have an end, and so an automaton without circles: the texts from each state on can be counted, and a
/// text be found by its number. Thompson's construction and the subset construction, as in Aho, Lam, Sethi, Ullman, "Compilers" (2nd ed.), 3.7.
/// </summary>
internal sealed class RegexAutomaton
{
    private const int MaxStates = 50_000;

    // States of the first automaton in all sets of the second, which is what time and memory grow with.
    private const int MaxMembers = 4_000_000;
    private readonly List<State> _nfa = [];
    private readonly List<Node> _nodes = [];
    private readonly string _pattern;
    private readonly int _minChars;
    private readonly int _maxChars;
    private readonly bool _isBounded;
    private int _members;

    public RegexAutomaton(RegexNode node, string pattern, int minChars, int maxChars)
    {
        (_pattern, _minChars, _maxChars) = (pattern, minChars, maxChars);
        _isBounded = minChars > node.MinChars || maxChars < node.MaxChars;
        int end = Add(new State());
        int start = Build(node, end);
        Determinize(start, end);
    }

    /// <summary>How many texts there are, at most <see cref="TextDomain.Uncountable"/>.</summary>
    public UInt128 Count => _nodes[0].Count;

    /// <summary>Writes the text of a number.</summary>
    public int Write(UInt128 index, Span<byte> into)
    {
        int at = 0;
        Node node = _nodes[0];
        while (true)
        {
            if (node.IsEnd)
            {
                if (index == 0)
                    return at;
                index--;
            }

            foreach (Edge edge in node.Edges)
            {
                Node target = _nodes[edge.Target];
                UInt128 all = target.Count * (UInt128)edge.Bytes.Length;
                if (index < all)
                {
                    (UInt128 character, index) = UInt128.DivRem(index, target.Count);
                    into[at++] = edge.Bytes[(int)character];
                    node = target;
                    break;
                }

                index -= all;
            }
        }
    }

    private int Add(State state)
    {
        if (_nfa.Count > 4 * MaxStates)
            throw TooLarge();
        _nfa.Add(state);
        return _nfa.Count - 1;
    }

    // The state from which the node's texts lead to the next state.
    private int Build(RegexNode node, int next)
    {
        switch (node)
        {
            case RegexNode.Class set:
                return Add(new State { Bytes = set.Characters, Next = next });
            case RegexNode.Literal literal:
                var utf8 = new byte[4];
                int length = literal.Character.EncodeToUtf8(utf8);
                for (int i = length - 1; i >= 0; i--)
                    next = Add(new State { Bytes = [utf8[i]], Next = next });
                return next;
            case RegexNode.Sequence sequence:
                foreach (RegexNode part in sequence.Parts.Reverse())
                    next = Build(part, next);
                return next;
            case RegexNode.Choice choice:
                return Add(new State { Empty = [.. choice.Alternatives.Select(a => Build(a, next))] });
            default:
                var repeat = (RegexNode.Repeat)node;
                int after = next;
                for (int i = repeat.Min; i < repeat.Max; i++)
                    next = Add(new State { Empty = [Build(repeat.Part, next), after] });
                for (int i = 0; i < repeat.Min; i++)
                    next = Build(repeat.Part, next);
                return next;
        }
    }

    private void Determinize(int start, int end)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<(int[] States, int Chars)>();
        int NumberOf(IEnumerable<int> states, int chars)
        {
            int[] closure = Closure(states);
            string name = _isBounded ? $"{chars}:{string.Join(',', closure)}" : string.Join(',', closure);
            if (!numbers.TryGetValue(name, out int number))
            {
                number = sets.Count;
                if (number > MaxStates)
                    throw TooLarge();
                numbers.Add(name, number);
                sets.Add((closure, chars));
                _nodes.Add(new Node { IsEnd = closure.Contains(end) && (!_isBounded || (chars >= _minChars && chars <= _maxChars)) });
            }

            return number;
        }

        NumberOf([start], 0);
        for (int n = 0; n < sets.Count; n++)
        {
            var targets = new SortedDictionary<byte, HashSet<int>>();
            (int[] states, int chars) = sets[n];
            foreach (int s in states)
            {
                foreach (byte b in _nfa[s].Bytes)
                {
                    if (_isBounded && CharsBehind(chars, b) > _maxChars)
                        continue;
                    if (!targets.TryGetValue(b, out HashSet<int>? to))
                        targets.Add(b, to = []);
                    to.Add(_nfa[s].Next);
                }
            }

            _nodes[n].Edges = [.. targets.GroupBy(t => NumberOf(t.Value, CharsBehind(chars, t.Key))).Select(g => new Edge([.. g.Select(t => t.Key)], g.Key))];
        }

        CountFrom();
    }

    // Without bounds nobody counts. A byte within a character is none of its own.
    private int CharsBehind(int chars, byte next) => !_isBounded || (next & 0xC0) == 0x80 ? chars : chars + 1;

    // States are counted behind those they lead to; an explicit stack, since a long expression is a deep automaton.
    private void CountFrom()
    {
        var isDone = new bool[_nodes.Count];
        var stack = new Stack<(int Node, bool IsReturn)>();
        stack.Push((0, false));
        while (stack.TryPop(out (int Node, bool IsReturn) item))
        {
            Node node = _nodes[item.Node];
            if (isDone[item.Node])
                continue;
            if (!item.IsReturn)
            {
                stack.Push((item.Node, true));
                foreach (Edge edge in node.Edges)
                    stack.Push((edge.Target, false));
                continue;
            }

            UInt128 count = node.IsEnd ? 1u : 0u;
            foreach (Edge edge in node.Edges)
                count = UInt128.Min(TextDomain.Uncountable, count + (_nodes[edge.Target].Count * (UInt128)edge.Bytes.Length));
            node.Count = count;
            isDone[item.Node] = true;
        }
    }

    private int[] Closure(IEnumerable<int> states)
    {
        var closure = new SortedSet<int>();
        var stack = new Stack<int>(states);
        while (stack.TryPop(out int s))
        {
            if (!closure.Add(s))
                continue;
            foreach (int next in _nfa[s].Empty)
                stack.Push(next);
            if (++_members > MaxMembers)
                throw TooLarge();
        }

        return [.. closure];
    }

    private ArgumentException TooLarge() => new($"the texts of the regular expression /{_pattern}/ are too many to be counted, as unique values must be; use smaller repetitions or a pattern");

    private sealed class State
    {
        public byte[] Bytes { get; init; } = [];

        public int Next { get; init; }

        public int[] Empty { get; init; } = [];
    }

    private sealed class Node
    {
        public bool IsEnd { get; init; }

        public Edge[] Edges { get; set; } = [];

        public UInt128 Count { get; set; }
    }

    private readonly record struct Edge(byte[] Bytes, int Target);
}
