namespace TestDataGen.Generation;

/// <summary>How a binding's rows will be chosen: <c>city: row of Cities</c>.</summary>
/// <param name="Name">The binding's name.</param>
/// <param name="Description">The source in words, as <c>Get-TdgPlan</c> shows it.</param>
public sealed record BindingPlan(string Name, string Description);
