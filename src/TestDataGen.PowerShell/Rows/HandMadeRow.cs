using System.Collections;
using System.Management.Automation;
using System.Text;

namespace TestDataGen.Rows;

/// <summary>Reads what a user made a row of: a <c>[pscustomobject]</c>, a hashtable, any object with properties.</summary>
internal static class HandMadeRow
{
    private static readonly string TypeName = RowTypes.NameFor("");

    /// <summary>The table that an object says it belongs to by a type name <c>TestDataGen.Row#TABLE</c>, also where something that made an object of a row put words before it.</summary>
    public static string? TableOf(PSObject row)
    {
        foreach (string name in row.TypeNames)
        {
            int at = name.IndexOf(TypeName, StringComparison.OrdinalIgnoreCase);
            if (at == 0 || (at > 0 && name[at - 1] == '.'))
                return Unescaped(name[(at + TypeName.Length)..]);
        }

        return null;
    }

    /// <summary>Names and values.</summary>
    /// <exception cref="PSArgumentException">The object is a single value.</exception>
    public static IEnumerable<(string Name, object? Value)> Read(PSObject row)
    {
        switch (row.BaseObject)
        {
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                    yield return (entry.Key.ToString()!, Unwrapped(entry.Value));
                break;
            case string or ValueType or Array:
                throw new PSArgumentException($"'{row}' is no row.");
            default:
                foreach (PSPropertyInfo property in row.Properties)
                {
                    if (property.IsGettable)
                        yield return (property.Name, Unwrapped(property.Value));
                }

                break;
        }
    }

    private static object? Unwrapped(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static string Unescaped(string name)
    {
        if (!name.Contains('\\', StringComparison.Ordinal))
            return name;
        var table = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '\\' && i + 1 < name.Length)
                i++;
            table.Append(name[i]);
        }

        return table.ToString();
    }
}
