using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace TestDataGen.Completion;

/// <summary>Finds the schema that a command on the line being typed will get: from its argument, or from what stands before it in the pipeline.</summary>
internal static class SchemaOnTheLine
{
    /// <summary>The schemas; empty where only running the line could tell.</summary>
    public static IEnumerable<Schema> Find(CommandAst? command, IDictionary? boundParameters)
    {
        foreach (string name in (string[])["Schema", "InputObject"])
        {
            if (boundParameters?[name] is { } bound)
                return Of([bound]);
        }

        return command?.Parent is PipelineAst pipeline ? FromPipeline(pipeline, command) : [];
    }

    private static IEnumerable<Schema> FromPipeline(PipelineAst pipeline, CommandAst command)
    {
        // Nearest first: New-TdgData stands between the schema and the exporter.
        foreach (CommandBaseAst before in pipeline.PipelineElements.TakeWhile(e => e != command).Reverse())
        {
            switch (before)
            {
                case CommandExpressionAst { Expression: VariableExpressionAst or MemberExpressionAst { Expression: VariableExpressionAst } } variable:
                    return Run(variable.Extent.Text);
                case CommandAst import when IsImport(import) && import.CommandElements.Skip(1).All(IsPlain):
                    // Reads a file and does nothing else.
                    return Run(import.Extent.Text + " -ErrorAction Ignore -WarningAction Ignore");
            }
        }

        return [];
    }

    private static bool IsImport(CommandAst command) =>
        string.Equals(command.GetCommandName()?.Split('\\')[^1], "Import-TdgSchema", StringComparison.OrdinalIgnoreCase);

    // What has no effect when it is evaluated before its time.
    private static bool IsPlain(CommandElementAst element) => element switch
    {
        StringConstantExpressionAst or VariableExpressionAst => true,
        CommandParameterAst parameter => parameter.Argument is null || IsPlain(parameter.Argument),
        _ => false,
    };

    private static IEnumerable<Schema> Run(string script)
    {
        try
        {
            return Of(ScriptBlock.Create(script).Invoke());
        }
        catch (RuntimeException)
        {
            // There is nothing to offer, and completion is no place to complain.
            return [];
        }
    }

    private static IEnumerable<Schema> Of(IEnumerable<object?> values)
    {
        foreach (object? given in values)
        {
            switch (given is PSObject wrapped ? wrapped.BaseObject : given)
            {
                case Schema schema:
                    yield return schema;
                    break;
                case object[] several:
                    foreach (Schema schema in Of(several))
                        yield return schema;
                    break;
            }
        }
    }
}
