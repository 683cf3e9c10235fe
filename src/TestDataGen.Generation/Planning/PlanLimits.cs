namespace TestDataGen.Generation;

/// <summary>What the engine can count.</summary>
public static class PlanLimits
{
    /// <summary>Most rows of a table: 2^47. The other 16 bits of a random counter number the draws of one cell.</summary>
    public const long MaxRows = 1L << 47;
}
