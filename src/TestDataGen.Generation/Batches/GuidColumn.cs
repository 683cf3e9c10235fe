using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A column of UUIDs.</summary>
public sealed class GuidColumn(DataType type, int capacity) : ValueColumn<Guid>(type, capacity);
