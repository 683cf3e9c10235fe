using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace TestDataGen.Cli;

/// <summary>Output to the console; progress on the last line of a terminal. Questions can't be asked: a pipeline that would ask is told to say its answer.</summary>
internal sealed class ConsoleInterface : PSHostUserInterface
{
    private const string NobodyToAsk = "tdg run can't ask. Give every mandatory parameter, and -Confirm:$false or -Force where a cmdlet would ask for confirmation.";
    private int _progressLength;

    /// <summary>Whether an error was written.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether what is written is an error, also where the engine takes it for output.</summary>
    public bool IsShowingError { get; set; }

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleRawInterface();

    public override bool SupportsVirtualTerminal => !Console.IsOutputRedirected;

    public override void Write(string value)
    {
        ClearProgress();
        Console.Out.Write(GetOutputString(value, SupportsVirtualTerminal));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value)
    {
        if (IsShowingError)
        {
            WriteErrorLine(value);
            return;
        }

        ClearProgress();
        Console.Out.WriteLine(GetOutputString(value, SupportsVirtualTerminal));
    }

    public override void WriteErrorLine(string value)
    {
        HasErrors = true;
        Notice(value, "\u001b[31;1m");
    }

    public override void WriteWarningLine(string message) => Notice($"WARNING: {message}", "\u001b[33;1m");

    public override void WriteVerboseLine(string message) => Notice($"VERBOSE: {message}", "\u001b[33;1m");

    public override void WriteDebugLine(string message) => Notice($"DEBUG: {message}", "\u001b[33;1m");

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (Console.IsErrorRedirected)
            return;
        ClearProgress();
        if (record.RecordType == ProgressRecordType.Completed)
            return;
        string percent = record.PercentComplete >= 0 ? string.Create(CultureInfo.InvariantCulture, $" {record.PercentComplete,3} %") : "";
        string line = $"{record.Activity}: {record.StatusDescription}{percent}";
        line = line[..Math.Min(line.Length, RawUI.BufferSize.Width - 1)];
        _progressLength = line.Length;
        Console.Error.Write(line);
    }

    public override string ReadLine() => Console.In.ReadLine() ?? "";

    public override SecureString ReadLineAsSecureString() => throw new HostException(NobodyToAsk);

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw new HostException(NobodyToAsk);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw new HostException(NobodyToAsk);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new HostException(NobodyToAsk);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw new HostException(NobodyToAsk);

    private void Notice(string text, string color)
    {
        ClearProgress();
        Console.Error.WriteLine(GetOutputString($"{color}{text}\u001b[0m", !Console.IsErrorRedirected));
    }

    private void ClearProgress()
    {
        if (_progressLength == 0)
            return;
        Console.Error.Write($"\r{new string(' ', _progressLength)}\r");
        _progressLength = 0;
    }
}
