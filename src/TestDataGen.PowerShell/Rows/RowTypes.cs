using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using TestDataGen.Generation;
using TestDataGen.Language;

namespace TestDataGen.Rows;

/// <summary>The subclasses of <see cref="Row"/>: one for each shape of a table (its name, its fields' names and types), made when first asked for.</summary>
internal static class RowTypes
{
    private const BindingFlags Inherited = BindingFlags.Instance | BindingFlags.NonPublic;
    private const MethodAttributes Accessor = MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName;

    private static readonly ConditionalWeakTable<Table, Row> ByTable = [];
    private static readonly ConcurrentDictionary<string, Lazy<Row>> ByShape = new(StringComparer.Ordinal);
    private static readonly Type[] ConstructorParameters = [typeof(RowBatch), typeof(int)];

    /// <summary>A row with no values, whose <see cref="Row.Create"/> makes the table's rows.</summary>
    public static Row PrototypeOf(Table table) =>
        ByTable.GetValue(table, static t => ByShape.GetOrAdd(ShapeOf(t), _ => new Lazy<Row>(() => Emit(t))).Value);

    /// <summary>The name of the type of a table's rows.</summary>
    public static string NameFor(string table) => "TestDataGen.Row#" + table;

    private static string ShapeOf(Table table)
    {
        var shape = new StringBuilder(table.Name);
        foreach (Field field in table.Fields)
            shape.Append('\0').Append(field.Name).Append('\0').Append(PropertyTypeOf(field));
        return shape.ToString();
    }

    private static Type PropertyTypeOf(Field field)
    {
        Type type = ColumnCell.TypeOf(field.Type);
        return type.IsValueType && (field.IsNullable || field.NullFraction > 0) ? typeof(Nullable<>).MakeGenericType(type) : type;
    }

    private static Row Emit(Table table)
    {
        // An assembly a shape: two schemas may each have a table of that name. It must see the types of this load context.
        using var _ = AssemblyLoadContext.EnterContextualReflection(typeof(Row).Assembly);
        ModuleBuilder module = AssemblyBuilder
            .DefineDynamicAssembly(new AssemblyName("TestDataGen.Rows.Emitted"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("rows");
        TypeBuilder type = module.DefineType(NameFor(table.Name), TypeAttributes.Public | TypeAttributes.Sealed, typeof(Row));
        ConstructorBuilder constructor = EmitConstructor(type);
        EmitCreate(type, constructor);
        foreach (Field field in table.Fields)
            EmitProperty(type, field);
        return (Row)Activator.CreateInstance(type.CreateType(), null, 0)!;
    }

    private static ConstructorBuilder EmitConstructor(TypeBuilder type)
    {
        ConstructorBuilder constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, ConstructorParameters);
        ILGenerator il = constructor.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, typeof(Row).GetConstructor(Inherited, ConstructorParameters)!);
        il.Emit(OpCodes.Ret);
        return constructor;
    }

    private static void EmitCreate(TypeBuilder type, ConstructorBuilder constructor)
    {
        MethodBuilder create = type.DefineMethod(
            nameof(Row.Create), MethodAttributes.Family | MethodAttributes.Virtual | MethodAttributes.HideBySig, typeof(Row), ConstructorParameters);
        ILGenerator il = create.GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Newobj, constructor);
        il.Emit(OpCodes.Ret);
    }

    private static void EmitProperty(TypeBuilder type, Field field)
    {
        Type propertyType = PropertyTypeOf(field);
        PropertyBuilder property = type.DefineProperty(field.Name, PropertyAttributes.None, propertyType, null);

        MethodBuilder getter = type.DefineMethod("get_" + field.Name, Accessor, propertyType, null);
        ILGenerator il = getter.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, field.Index);
        il.Emit(OpCodes.Call, ReaderOf(propertyType));
        il.Emit(OpCodes.Ret);
        property.SetGetMethod(getter);

        MethodBuilder setter = type.DefineMethod("set_" + field.Name, Accessor, null, [propertyType]);
        il = setter.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, field.Index);
        il.Emit(OpCodes.Ldarg_1);
        if (propertyType.IsValueType)
            il.Emit(OpCodes.Box, propertyType);
        il.Emit(OpCodes.Call, typeof(Row).GetMethod("Set", Inherited)!);
        il.Emit(OpCodes.Ret);
        property.SetSetMethod(setter);
    }

    private static MethodInfo ReaderOf(Type propertyType)
    {
        if (propertyType == typeof(string))
            return typeof(Row).GetMethod("GetText", Inherited)!;
        if (propertyType == typeof(byte[]))
            return typeof(Row).GetMethod("GetBytes", Inherited)!;
        return Nullable.GetUnderlyingType(propertyType) is { } underlying
            ? typeof(Row).GetMethod("GetNullable", Inherited)!.MakeGenericMethod(underlying)
            : typeof(Row).GetMethod("Get", Inherited)!.MakeGenericMethod(propertyType);
    }
}
