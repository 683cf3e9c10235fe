using System.Globalization;
using System.Management.Automation.Host;

namespace TestDataGen.Cli;

/// <summary>The engine's host: this process's console.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly ConsoleInterface _interface = new();

    /// <summary>What the script gave to <c>exit</c>; null: nothing.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Whether an error was written.</summary>
    public bool HasErrors => _interface.HasErrors;

    /// <summary>Whether what is written is an error, also where the engine takes it for output.</summary>
    public bool IsShowingError
    {
        set => _interface.IsShowingError = value;
    }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "tdg";

    public override PSHostUserInterface UI => _interface;

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("There is nobody to ask.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("There is nobody to ask.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
