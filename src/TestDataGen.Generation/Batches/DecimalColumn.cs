using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column of decimals that do not fit 64 bits.</summary>
public sealed class DecimalColumn(DataType type, int capacity) : ValueColumn<decimal>(type, capacity);
