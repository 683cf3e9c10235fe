namespace TestDataGen.Generation;

/// <summary>What a condition may be in some row.</summary>
[Flags]
internal enum Truths
{
    None = 0,
    True = 1,
    False = 2,
    Null = 4,
    Any = True | False | Null,
}
