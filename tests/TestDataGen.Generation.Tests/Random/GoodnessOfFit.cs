namespace TestDataGen.Generation.Tests;

/// <summary>Whether a sample follows a distribution. A right one fails once in ten thousand seeds; the tests' seeds are fixed.</summary>
internal static class GoodnessOfFit
{
    // Of the limit law's tail, 2 exp(-2 x²), this leaves 1e-4.
    private const double KolmogorovSmirnovLimit = 2.2253;

    // Of the normal distribution's tail this leaves 1e-4.
    private const double NormalLimit = 3.719;

    /// <summary>The greatest distance between the sample's and the law's sums, as a share of what is allowed.</summary>
    public static double KolmogorovSmirnov(IEnumerable<double> sample, Func<double, double> cumulative)
    {
        double[] sorted = [.. sample.Order()];
        double worst = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double expected = cumulative(sorted[i]);
            worst = Math.Max(worst, Math.Max(expected - ((double)i / sorted.Length), ((i + 1.0) / sorted.Length) - expected));
        }

        return worst * Math.Sqrt(sorted.Length) / KolmogorovSmirnovLimit;
    }

    /// <summary>Pearson's chi-square over the values from low to high and all others together, as a share of what is allowed.</summary>
    /// <param name="sample">The values.</param>
    /// <param name="low">The first value of the law.</param>
    /// <param name="high">Its last value.</param>
    /// <param name="weight">Each value's share, or anything in proportion to it.</param>
    public static double ChiSquare(IReadOnlyCollection<long> sample, long low, long high, Func<long, double> weight)
    {
        var counts = sample.GroupBy(x => x).ToDictionary(g => g.Key, g => g.Count());
        double total = 0;
        for (long k = low; k <= high; k++)
            total += weight(k);
        double statistic = 0;
        int cells = 0;
        (double expected, int observed, int seen) = (0, 0, 0);
        for (long k = low; k <= high; k++)
        {
            expected += sample.Count * weight(k) / total;
            observed += counts.GetValueOrDefault(k);
            seen += counts.GetValueOrDefault(k);
            // Rare values together: the statistic's law wants some of each.
            if (expected < 10 && k < high)
                continue;
            if (expected > 0)
            {
                statistic += (observed - expected) * (observed - expected) / expected;
                cells++;
            }
            else if (observed > 0)
            {
                return double.PositiveInfinity;
            }

            (expected, observed) = (0, 0);
        }

        return seen < sample.Count ? double.PositiveInfinity : statistic / Limit(cells - 1);
    }

    // Wilson and Hilferty, "The distribution of chi-square" (1931).
    private static double Limit(int freedom)
    {
        double part = 2.0 / (9 * freedom);
        return freedom * Math.Pow(1 - part + (NormalLimit * Math.Sqrt(part)), 3);
    }
}
