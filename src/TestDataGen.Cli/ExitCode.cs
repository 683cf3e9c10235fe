namespace TestDataGen.Cli;

/// <summary>What <c>tdg</c> ends with.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The schema, the data or the destination is not right.</summary>
    public const int Failure = 1;

    /// <summary>The command line is not right.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl+C, as shells number it.</summary>
    public const int Stopped = 130;
}
