using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A sum of terms, each so many times, and of something that lies between two ends. Days, times and durations count in ticks.</summary>
internal sealed class LinearForm
{
    private readonly Dictionary<string, (decimal Factor, Expression Term)> _terms = new(StringComparer.Ordinal);

    private LinearForm(decimal? low, decimal? high) => (Low, High) = (low, high);

    /// <summary>The least that is not terms; null: no end.</summary>
    public decimal? Low { get; private set; }

    /// <summary>The greatest.</summary>
    public decimal? High { get; private set; }

    public IReadOnlyCollection<(decimal Factor, Expression Term)> Terms => _terms.Values;

    public static LinearForm Constant(decimal value) => new(value, value);

    public static LinearForm Between(decimal? low, decimal? high) => new(low, high);

    public static LinearForm Of(Expression term)
    {
        var form = new LinearForm(0, 0);
        form._terms.Add(ExpressionText.Of(term), (1, term));
        return form;
    }

    /// <summary>This and another so many times.</summary>
    public LinearForm Plus(LinearForm other, decimal factor)
    {
        if (factor == 0)
            return this;
        (decimal? low, decimal? high) = factor > 0 ? (other.Low, other.High) : (other.High, other.Low);
        var sum = new LinearForm(Low + (low * factor), High + (high * factor));
        foreach ((string key, (decimal Factor, Expression Term) term) in _terms)
            sum._terms.Add(key, term);
        foreach ((string key, (decimal own, Expression term)) in other._terms)
        {
            decimal all = sum._terms.GetValueOrDefault(key).Factor + (own * factor);
            if (all == 0)
                sum._terms.Remove(key);
            else
                sum._terms[key] = (all, term);
        }

        return sum;
    }

    /// <summary>This so many times.</summary>
    public LinearForm Times(decimal factor) => Constant(0).Plus(this, factor);

    /// <summary>This and something from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public LinearForm Widened(decimal low, decimal high) => Plus(new LinearForm(low, high), 1);

    /// <summary>With a term replaced by what it is at the most or at the least.</summary>
    public LinearForm Replaced(Expression term, LinearForm by)
    {
        decimal factor = FactorOf(term);
        return Plus(Of(term), -factor).Plus(by, factor);
    }

    /// <summary>How many times a term counts; 0 where it is none.</summary>
    public decimal FactorOf(Expression term) => _terms.GetValueOrDefault(ExpressionText.Of(term)).Factor;
}
