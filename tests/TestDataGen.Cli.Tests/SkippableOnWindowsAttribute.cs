namespace TestDataGen.Cli.Tests;

/// <summary>A test that needs Unix signals.</summary>
internal sealed class SkippableOnWindowsAttribute : FactAttribute
{
    public SkippableOnWindowsAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no way to send Ctrl+C to one process from outside its console.";
    }
}
