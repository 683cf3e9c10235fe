using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column of floating-point numbers.</summary>
public sealed class DoubleColumn(DataType type, int capacity) : ValueColumn<double>(type, capacity);
