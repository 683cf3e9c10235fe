namespace TestDataGen.Language;

/// <summary>
/// All distributions of the language, by name. The field's bounds (<see cref="Field.Min"/>, <see cref="Field.Max"/>, the type's range) cut a distribution, so that nothing
/// piles up at them, unless <see cref="Field.IsClamped"/> asks for it; a field of whole numbers or of a decimal takes the value rounded to its scale.
/// </summary>
public static class Distributions
{
    /// <summary>The distributions in the order of the reference page.</summary>
    public static IReadOnlyList<Distribution> All { get; } =
    [
        new("uniform", "low, high", 2, 2, false, "Every value from low to high equally often, both ends included; also for days and times. Bound as between(low, high).", "height: integer uniform(150, 200)"),
        new("normal", "mean, deviation", 2, 2, false, "The bell curve.", "balance: decimal(10, 2) normal(500, 200) min(0)"),
        new("lognormal", "mu, sigma", 2, 2, false, "e to the power of a normal(mu, sigma) value: prices, incomes, durations.", "price: decimal(10, 2) lognormal(3.2, 0.8)"),
        new("exponential", "rate", 1, 1, false, "Times between events that come `rate` times in a unit of time: 1 / rate on the average, many short ones, few long ones.", "wait_seconds: double exponential(0.05)"),
        new("poisson", "mean", 1, 1, false, "How often something happens: whole numbers from 0.", "visits: integer poisson(3)"),
        new("zipf", "exponent, count", 1, 2, true, "Ranks 1 to count (or from the field's `min` to its `max`), rank k as often as 1 / k to the exponent. Beside references, zipf(exponent): the first parents are the most popular.", "product: string(12) references(products.sku) zipf(1.1)"),
        new("pareto", "shape, scale", 1, 2, false, "Values from scale (1 without) with a heavy tail, the heavier the smaller shape is.", "size_kb: bigint pareto(1.2, 4) max(1_000_000)"),
        new("histogram", "low..high: weight, value: weight, …", 1, int.MaxValue, false, "A range or a value by its weight; within a range every value equally often, both ends included. Also for days and times.", "seats: integer histogram(1..5: 60, 6..20: 30, 50: 10)"),
        new("mixture", "distribution: weight, …", 1, int.MaxValue, false, "One of several distributions by its weight, also a mixture again.", "latency_ms: double mixture(normal(20, 3): 90, lognormal(5, 0.5): 10) min(0)"),
        new("triangular", "low, mode, high", 3, 3, false, "From low to high with the peak at mode.", "rating: decimal(3, 1) triangular(1, 4.5, 5)"),
    ];

    /// <summary>Finds a distribution by name; null where there is none.</summary>
    public static Distribution? Find(string name) => All.FirstOrDefault(d => d.Name == name);
}
