namespace TestDataGen.Generation;

/// <summary>Deals out unique values, and gives a row another one where a row of the database has its own. Only while a run is planned.</summary>
internal interface IRowMover
{
    /// <summary>Gives a row the next value that no row of the run has had.</summary>
    /// <returns>False: there is none left.</returns>
    bool TryMove(long row);
}
