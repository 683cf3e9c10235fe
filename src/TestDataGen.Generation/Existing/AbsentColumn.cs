using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>A field of rows that are in a database, in a run that has none. A table that is not wanted may refer to them, as long as nothing reads what it has from them.</summary>
internal sealed class AbsentColumn(Field field) : ColumnSource
{
    public override string Description => "in a database";

    public override bool IsDrawn => false;

    public override void Fill(Frame frame, Column column) =>
        throw new GenerationException($"{field} is read from rows that are in a database, and this run has none. {DiagnosticCatalog.NoDatabase.Cure}");
}
