using System.Management.Automation;
using System.Management.Automation.Language;
using TestDataGen.Generation;
using TestDataGen.Generators;
using TestDataGen.Language;

namespace TestDataGen.Commands;

/// <summary><c>Register-TdgGenerator</c>: a script or a .NET class as a source of values that schemas use by name.</summary>
[Cmdlet(VerbsLifecycle.Register, "TdgGenerator", DefaultParameterSetName = ScriptSet)]
public sealed class RegisterTdgGeneratorCommand : TdgCommand
{
    private const string ScriptSet = "Script";
    private const string AssemblySet = "Assembly";
    private const string ObjectSet = "Object";

    /// <summary>The name by which schemas use it.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = "";

    /// <summary>The script that makes one value.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ScriptSet)]
    [ValidateNotNull]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    /// <summary>Whether the script gives different rows different values.</summary>
    [Parameter(ParameterSetName = ScriptSet)]
    public SwitchParameter Unique { get; set; }

    /// <summary>The assembly that has the class.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AssemblySet)]
    [ValidateNotNullOrEmpty]
    public string Assembly { get; set; } = "";

    /// <summary>The class.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AssemblySet)]
    [ValidateNotNullOrEmpty]
    public string TypeName { get; set; } = "";

    /// <summary>An object that implements ITdgGenerator.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet)]
    [ValidateNotNull]
    public object Generator { get; set; } = null!;

    /// <summary>Whether a generator of that name may be replaced.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        GeneratorRegistry registry = GeneratorRegistry.OfSession();
        if (GeneratorNames.Refuse(Name) is { } why)
            Refuse(why, "GeneratorName", ErrorCategory.InvalidArgument, "Choose another name.");
        if (registry.Has(Name) && !Force)
            Refuse($"There is a generator '{Name}' already.", "GeneratorExists", ErrorCategory.ResourceExists, "Give -Force to replace it, or another name.");
        registry.Set(ParameterSetName switch
        {
            ScriptSet => new Generator(Name, TextOf(ScriptBlock), Unique),
            AssemblySet => new Generator(Name, FromAssembly()),
            _ => new Generator(Name, FromObject()),
        });
    }

    // $Row and $Random are there also for a script that does not declare them.
    private static string TextOf(ScriptBlock script) => script.Ast switch
    {
        ScriptBlockAst { ParamBlock: not null } or FunctionDefinitionAst { Body.ParamBlock: not null } or FunctionDefinitionAst { Parameters: not null } => script.ToString(),
        _ => $"param($Row, $Random) {script}",
    };

    private ITdgGenerator FromAssembly()
    {
        string path = GetUnresolvedProviderPathFromPSPath(Assembly);
        try
        {
            return GeneratorAssembly.Create(path, TypeName);
        }
        catch (ArgumentException e)
        {
            Refuse(e.Message, "GeneratorNotLoaded", ErrorCategory.InvalidArgument, "See examples/generators for an assembly that has generators.");
            throw;
        }
    }

    private ITdgGenerator FromObject()
    {
        object value = Generator is PSObject wrapped ? wrapped.BaseObject : Generator;
        if (value is ITdgGenerator generator)
            return generator;
        Refuse(
            $"A {value.GetType().FullName} does not implement ITdgGenerator of this module.", "NotAGenerator", ErrorCategory.InvalidType,
            "A class of an assembly that the session itself has loaded implements another copy of the interface: give -Assembly and -TypeName.");
        throw new InvalidOperationException();
    }

    private void Refuse(string message, string id, ErrorCategory category, string advice) =>
        ThrowTerminatingError(Failure.Of(new PSArgumentException(message), id, category, Name, advice));
}
