using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using TestDataGen.Export;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary>Error records with a stable id, a category, the user's object as target and what to do.</summary>
internal static class Failure
{
    /// <summary>Describes a failure of a kind that a run may meet; any other is a defect and keeps its stack.</summary>
    public static bool TryDescribe(Exception exception, object? target, [NotNullWhen(true)] out ErrorRecord? error)
    {
        error = exception switch
        {
            SchemaException schema => Of(schema, target),
            GenerationException { InnerException: not null } => Of(exception, "ValueNotMade", ErrorCategory.InvalidData, target, "Correct the generator that the message names."),
            GenerationException => Of(exception, "ValueNotMade", ErrorCategory.InvalidData, target, ""),
            ExportException { DestinationExists: true } => Of(exception, "DestinationExists", ErrorCategory.ResourceExists, target, "Give -Force to replace it, or another path."),
            ExportException { InnerException: FormatException } unfit => Of(exception, "ValueDoesNotFit", ErrorCategory.InvalidData, target, unfit.Advice),
            ExportException { InnerException: IOException or UnauthorizedAccessException } unwritten => Of(exception, "WriteFailed", ErrorCategory.WriteError, target, unwritten.Advice),
            ExportException { InnerException: System.Data.Common.DbException } refused => Of(exception, "DatabaseRefused", ErrorCategory.InvalidResult, target, refused.Advice),
            ExportException other => Of(exception, "ExportFailed", ErrorCategory.InvalidOperation, target, other.Advice),
            PSArgumentException => Of(
                exception, "NotARow", ErrorCategory.InvalidType, target, "Pipe a schema, rows from New-TdgData, or objects with properties such as [pscustomobject]@{ id = 1 }."),
            UnauthorizedAccessException => Of(
                exception, "AccessDenied", ErrorCategory.PermissionDenied, target, "Choose a place that you may write to, or ask for the right to write there."),
            DirectoryNotFoundException => Of(
                exception, "FolderNotFound", ErrorCategory.ObjectNotFound, target, "Create the folder first, or choose another."),
            IOException => Of(
                exception, "WriteFailed", ErrorCategory.WriteError, target, "See whether the disk is full or the file in use. Nothing half-written was left."),
            _ => null,
        };
        return error is not null;
    }

    /// <summary>The record of a diagnostic: its code is the id, the file the target.</summary>
    public static ErrorRecord Of(Diagnostic diagnostic, object? target) =>
        Of(new SchemaException([diagnostic]), target);

    /// <summary>A record of our own.</summary>
    public static ErrorRecord Of(Exception exception, string id, ErrorCategory category, object? target, string advice) =>
        new(exception, id, category, target)
        {
            ErrorDetails = new ErrorDetails(WithoutAdvice(exception.Message, advice)) { RecommendedAction = advice },
        };

    // PowerShell shows the advice below the message, so it need not end in it.
    private static string WithoutAdvice(string message, string advice) =>
        message.Length > advice.Length && message.EndsWith(advice, StringComparison.Ordinal) ? message[..^advice.Length].TrimEnd() : message;

    private static ErrorRecord Of(SchemaException exception, object? target)
    {
        Diagnostic first = exception.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) ?? exception.Diagnostics[0];
        ErrorCategory category = first.Source is null ? ErrorCategory.InvalidArgument : ErrorCategory.ParserError;
        ErrorRecord error = Of(exception, first.Code, category, target ?? first.Path, first.Hint);
        // PowerShell wraps a message into lines of its own making, but shows the advice below it as it is.
        if (exception.Diagnostics.Count == 1)
            error.ErrorDetails = new ErrorDetails(first.Headline) { RecommendedAction = first.Excerpt.Length == 0 ? first.Hint : $"{first.Hint}{Environment.NewLine}{first.Excerpt}" };
        return error;
    }
}
