namespace TestDataGen.Generation;

/// <summary>The quantile functions of the distributions that have a closed form or a good approximation.</summary>
internal static class Quantiles
{
    internal sealed class Uniform(double low, double high) : Quantile
    {
        public override double Of(double u) => low + (u * (high - low));
    }

    internal sealed class Normal(double mean, double deviation) : Quantile
    {
        public override double Of(double u) => mean + (deviation * NormalQuantile.Of(u));
    }

    internal sealed class LogNormal(double mean, double deviation) : Quantile
    {
        public override double Of(double u) => DeterministicMath.Exp(mean + (deviation * NormalQuantile.Of(u)));
    }

    internal sealed class Exponential(double rate) : Quantile
    {
        public override double Of(double u) => -DeterministicMath.Log(1 - u) / rate;
    }

    internal sealed class Pareto(double shape, double scale) : Quantile
    {
        public override double Of(double u) => scale * DeterministicMath.Exp(-DeterministicMath.Log(1 - u) / shape);
    }

    internal sealed class Triangular(double low, double mode, double high) : Quantile
    {
        private readonly double _turn = (mode - low) / (high - low);

        public override double Of(double u) => u < _turn
            ? low + Math.Sqrt(u * (high - low) * (mode - low))
            : high - Math.Sqrt((1 - u) * (high - low) * (high - mode));
    }

    /// <summary>Ranges of numbers by their weights, each drawn evenly; a single number is a range of no width.</summary>
    internal sealed class Ranges : Quantile
    {
        private readonly (double Low, double High)[] _ranges;
        private readonly double[] _sums;

        public Ranges(IEnumerable<(double Low, double High, double Weight)> ranges)
        {
            (double Low, double High, double Weight)[] sorted = [.. ranges.Where(r => r.Weight > 0).OrderBy(r => r.Low).ThenBy(r => r.High)];
            _ranges = [.. sorted.Select(r => (r.Low, r.High))];
            _sums = SumsOf([.. sorted.Select(r => r.Weight)]);
        }

        public override double Of(double u)
        {
            int index = IndexOf(_sums, u);
            double before = index == 0 ? 0 : _sums[index - 1];
            (double low, double high) = _ranges[index];
            return low + ((u - before) / (_sums[index] - before) * (high - low));
        }
    }

    /// <summary>Poisson's distribution from a table of its sums, which reaches so far on both sides of the mean that less than 1e-15 is missing.</summary>
    internal sealed class Poisson : Quantile
    {
        private readonly long _first;
        private readonly double[] _sums;

        public Poisson(double mean)
        {
            double reach = (10 * Math.Sqrt(mean)) + 30;
            _first = (long)Math.Max(0, Math.Floor(mean - reach));
            var weights = new double[(long)Math.Ceiling(mean + reach) - _first + 1];
            long mode = (long)mean;
            // Weights relative to the mode's, which neither vanish nor grow beyond bounds.
            weights[mode - _first] = 1;
            for (long k = mode; k < _first + weights.Length - 1; k++)
                weights[k + 1 - _first] = weights[k - _first] * mean / (k + 1);
            for (long k = mode; k > _first; k--)
                weights[k - 1 - _first] = weights[k - _first] * k / mean;
            _sums = SumsOf(weights);
        }

        public override double Of(double u) => _first + IndexOf(_sums, u);
    }

    // The shares of all weights up to each.
    private static double[] SumsOf(double[] weights)
    {
        double total = 0;
        foreach (double weight in weights)
            total += weight;
        var sums = new double[weights.Length];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sums[i] = (sum += weights[i]) / total;
        sums[^1] = 1;
        return sums;
    }

    private static int IndexOf(double[] sums, double u)
    {
        int index = Array.BinarySearch(sums, u);
        return Math.Min(index < 0 ? ~index : index + 1, sums.Length - 1);
    }
}
