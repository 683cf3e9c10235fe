using TestDataGen.Generation;

namespace TestDataGen;

/// <summary>How the rows of a binding of a <see cref="PlanTable"/> will be chosen.</summary>
public sealed class PlanBinding
{
    internal PlanBinding(BindingPlan binding) => (Name, Source) = (binding.Name, binding.Description);

    /// <summary>The binding's name.</summary>
    public string Name { get; }

    /// <summary>Which rows it stands for.</summary>
    public string Source { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Source}";
}
