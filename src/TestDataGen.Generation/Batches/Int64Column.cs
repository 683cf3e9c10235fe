using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column stored as 64-bit integers; see <see cref="Storage.Int64"/> for what they mean by type.</summary>
public sealed class Int64Column(DataType type, int capacity) : ValueColumn<long>(type, capacity);
