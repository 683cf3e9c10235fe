using System.Management.Automation;
using TestDataGen.Completion;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary><c>Get-TdgFormat</c>: the formats of <c>format(…)</c>, each with an example.</summary>
[Cmdlet(VerbsCommon.Get, "TdgFormat")]
[OutputType(typeof(Format))]
public sealed class GetTdgFormatCommand : TdgCommand
{
    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FormatCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>The locale of the examples.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocaleCompleter))]
    public string Locale { get; set; } = "en";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            Generation.Format[] formats = [.. FormatCatalog.All.Where(f => pattern.IsMatch(f.Name))];
            if (formats.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                var unknown = new PSArgumentException($"There is no format '{name}'.", nameof(Name));
                WriteError(Failure.Of(unknown, "UnknownFormat", ErrorCategory.ObjectNotFound, name, Nearest.Hint(name, FormatCatalog.All.Select(f => f.Name)) ?? "Get-TdgFormat without a name lists all."));
            }

            foreach (Generation.Format format in formats)
            {
                Stopped.ThrowIfCancellationRequested();
                WriteObject(new Format(format, Locale, ExampleOf(format)));
            }
        }
    }

    private string ExampleOf(Generation.Format format)
    {
        try
        {
            return FormatCatalog.Example(format.Name, Locale);
        }
        catch (ArgumentException unknown)
        {
            string advice = Nearest.Hint(Locale, FormatCatalog.Locales) ?? $"There are: {string.Join(", ", FormatCatalog.Locales)}.";
            ThrowTerminatingError(Failure.Of(unknown, "UnknownLocale", ErrorCategory.InvalidArgument, Locale, advice));
            throw;
        }
    }
}
