namespace TestDataGen.Generation;

/// <summary>The ways to meet a check.</summary>
public enum CheckWay
{
    /// <summary>It follows from where its fields' values come from, and costs nothing.</summary>
    Proved,

    /// <summary>A field that it reads is drawn from a range in which it holds.</summary>
    Narrowed,

    /// <summary>The random fields that it reads are drawn until it holds.</summary>
    TriedAgain,
}
