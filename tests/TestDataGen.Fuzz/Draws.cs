namespace TestDataGen.Fuzz;

/// <summary>Random numbers of one input: the same on every machine (SplitMix64).</summary>
internal sealed class Draws(ulong seed, ulong input)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15 ^ (input + 1) * 0xD1B54A32D192ED03;

    /// <summary>A number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end)
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)Math.Max(1, end));
    }

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
