using System.Diagnostics;
using System.Management.Automation;
using TestDataGen.Tests.Hosting;

namespace TestDataGen.Tests;

/// <summary>Scripts and .NET classes as sources of values.</summary>
public sealed class RegisterTdgGeneratorTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    private static string Schema(string fields) => $"Import-TdgSchema -Text 'schema S {{ table t {{ {fields} }} }}'";

    private string[] Values(string register, string fields, string run = "New-TdgData -Count 20") =>
        [.. _engine.Run($"{register}\n{Schema(fields)} | {run} | ForEach-Object {{ \"$($_.x)\" }}").Select(v => v.ToString())];

    private string Failure(string script, string fields)
    {
        ErrorRecord error = Assert.Single(_engine.Try($"Register-TdgGenerator own {{ {script} }} -Force\n{Schema(fields)} | New-TdgData -Count 20 -ThrottleLimit 2").Errors);
        Assert.StartsWith("ValueNotMade,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        return error.ToString();
    }

    [Theory]
    [InlineData("param($Row, $Random, $Prefix, $Digits) \"$Prefix$($Random.Next(9))$Digits\"")]
    [InlineData("param($r, $dice, $Prefix = 'B', $Digits) \"$Prefix\" + $dice.Next(9) + $Digits")]
    [InlineData("[CmdletBinding()] param($Row, $Random, [string]$Prefix, [long]$Digits) process { return \"$Prefix$($Random.Next(9))$Digits\" }")]
    [InlineData("\"$($args[0])$($Random.Next(9))$($args[1])\"")]
    public void A_script_gets_the_random_numbers_and_the_arguments_of_the_schema(string script)
    {
        string[] values = Values($"Register-TdgGenerator sku {{ {script} }}", "x: string(12) sku(\"A\", 5)");
        Assert.Equal(20, values.Length);
        Assert.All(values, v => Assert.Matches("^A[0-8]5$", v));
        Assert.True(values.Distinct().Count() > 3);
    }

    [Fact]
    public void A_function_of_the_session_may_be_the_script() =>
        Assert.Equal(["a1b"], Values("function sku($Row, $Random, $Tail) { \"a$($Row.row_number)$Tail\" }\nRegister-TdgGenerator sku ${function:sku}", "x: text sku(\"b\")", "New-TdgData -Count 1"));

    [Fact]
    public void A_script_reads_its_row_typed_and_its_parents()
    {
        _engine.Run("Register-TdgGenerator line { $p = $Row.mother; \"$($Row.id.GetType().Name) $($Row.at.GetType().Name) $($p.price.GetType().Name) $($p.name) $($Row.none -eq $null) $($Row.row_number) $($Row.ID + 1)\" }");
        PSObject[] rows = [.. _engine.Run("""
            Import-TdgSchema -Text 'schema S {
              table p { id: bigint primary_key  name: string(30) format(first_name)  price: decimal(9, 2) between(1, 9) }
              table c { id: bigint primary_key  p_id: bigint references(p.id) as mother  mother_name: string(30) = mother.name  at: date  none: text nullable = null  x: text line }
            }' | New-TdgData -Table c -Count 30
            """)];
        for (int i = 0; i < rows.Length; i++)
            Assert.Equal($"Int64 DateTime Decimal {rows[i].Properties["mother_name"].Value} True {i + 1} {i + 2}", rows[i].Properties["x"].Value);
    }

    [Fact]
    public void Scripts_read_each_other_s_values_and_their_own_of_a_parent()
    {
        _engine.Run("Register-TdgGenerator way { if ($Row.boss) { \"$($Row.boss.way)/$($Row.code)\" } else { $Row.code } }; Register-TdgGenerator code { \"c$($Row.id)\" }");
        PSObject[] rows = [.. _engine.Run("""
            Import-TdgSchema -Text 'schema S { table t {
              id: bigint primary_key  boss_id: bigint references(t.id) as boss nullable(10%)  way: text way  code: text code
            } }' | New-TdgData -Count 200
            """)];
        Dictionary<object, string> wayOf = rows.ToDictionary(r => r.Properties["id"].Value, r => (string)r.Properties["way"].Value);
        Assert.All(rows, r => Assert.Equal(r.Properties["boss_id"].Value is { } boss ? $"{wayOf[boss]}/c{r.Properties["id"].Value}" : $"c{r.Properties["id"].Value}", r.Properties["way"].Value));
        Assert.Contains(wayOf.Values, w => w.Count(c => c == '/') > 3);
    }

    [Fact]
    public void Random_numbers_are_easy_to_take()
    {
        string[] values = Values(
            "Register-TdgGenerator own { @($Random.Next(10), $Random.Next(5, 6), $Random.NextInt64(3), $Random.Pick(@('a', 'b')), $Random.Pick([string[]]('c', 'd')), $Random.Pick(1..3), $Random.NextBytes(3).Count, ($Random.NextDouble() -lt 1)) -join ' ' }",
            "x: text own");
        Assert.All(values, v => Assert.Matches("^[0-9] 5 [0-2] [ab] [cd] [1-3] 3 True$", v));
    }

    [Theory]
    [InlineData("bigint", "7 * 6", "42")]
    [InlineData("smallint", "'42'", "42")]
    [InlineData("decimal(9, 2)", "10 / 3", "3.33")]
    [InlineData("double", "10 / 4", "2.5")]
    [InlineData("boolean", "1 -lt 2", "True")]
    [InlineData("string(9)", "42", "42")]
    [InlineData("string(9)", "[System.DayOfWeek]::Monday", "Monday")]
    [InlineData("date", "[datetime]'2024-02-29'", "02/29/2024 00:00:00")]
    [InlineData("time", "[timespan]'12:30'", "12:30:00")]
    [InlineData("timestamp", "[datetimeoffset]'2024-02-29T12:00:00+02:00'", "02/29/2024 10:00:00")]
    [InlineData("uuid", "[guid]'6f0c6b1e-3f5d-4d0e-9a57-2c1b7a54e0d3'", "6f0c6b1e-3f5d-4d0e-9a57-2c1b7a54e0d3")]
    [InlineData("binary(4)", "[byte[]](1, 2, 3)", "1 2 3")]
    [InlineData("binary(4)", "[byte[]](7)", "7")]
    [InlineData("json", "'{\"a\": [1]}'", "{\"a\": [1]}")]
    [InlineData("text nullable", "$null", "")]
    [InlineData("text nullable", "", "")]
    public void Values_of_scripts_become_values_of_the_field(string type, string script, string expected) =>
        Assert.Equal([expected, expected], Values($"Register-TdgGenerator own {{ {script} }}", $"x: {type} own", "New-TdgData -Count 2"));

    [Fact]
    public void Threads_and_partitions_change_no_value()
    {
        const string Register = "Register-TdgGenerator own { \"$($Row.id) $($Row.name) $($Random.Next(1000000))\" }";
        const string Fields = "id: bigint primary_key  name: string(30) format(first_name)  x: text own";
        string[] one = Values(Register, Fields, "New-TdgData -Count 9000 -ThrottleLimit 1");
        Assert.Equal(9000, one.Distinct().Count());
        Assert.Equal(one, Values(Register + " -Force", Fields, "New-TdgData -Count 9000 -ThrottleLimit 3"));
        Assert.Equal(one, Enumerable.Range(1, 2).SelectMany(k => Values(Register + " -Force", Fields, $"New-TdgData -Count 9000 -Partition {k}/2")));
        Assert.Equal(one[8999..], Values(Register + " -Force", Fields, "New-TdgData -Count 9000 -Partition 9000/9000"));
    }

    [Theory]
    [InlineData("Export-TdgCsv ./out -Count 10", "out/t.csv")]
    [InlineData("Export-TdgJson ./out -Count 10", "out/t.json")]
    public void Exports_write_its_values(string export, string file)
    {
        _engine.Run($"Register-TdgGenerator own {{ \"<$($Row.row_number)>\" }}; {Schema("x: text own")} | {export}");
        Assert.Contains("<10>", File.ReadAllText(_engine.PathOf(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_sees_nothing_of_the_session()
    {
        string message = Failure("\"$prefix-1\"", "x: text own");
        Assert.Contains("$prefix", message, StringComparison.Ordinal);
        _engine.Run("$prefix = 'p'; function prefix { 'p' }");
        Assert.Equal(message, Failure("\"$prefix-1\"", "x: text own"));
        Assert.Contains("'prefix'", Failure("prefix", "x: text own"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw 'no more letters'", "x: text own", "t.x, row 1: the generator `own` fails: no more letters (line 1 of its script)")]
    [InlineData("$a = 1\n 1 / 0", "x: integer own", "t.x, row 1: the generator `own` fails: Attempted to divide by zero. (line 2 of its script)")]
    [InlineData("Get-Nothing", "x: text own", "Get-Nothing")]
    [InlineData("$Row.nobody", "id: bigint primary_key  x: text own", "t has no field nobody")]
    [InlineData("$Row.x", "x: text own", "x → x")]
    [InlineData("$Row.y", "x: integer own  y: integer = x + 1", "x → y → x")]
    [InlineData("$Row.y = 1; 1", "x: integer own  y: integer", "can't change it")]
    [InlineData("1; 2", "x: integer own", "2 values, not one")]
    [InlineData("'abcd'", "x: string(3) own", "4 characters and does not fit string(3)")]
    [InlineData("'abc'", "x: integer own", "\"abc\", which is no integer")]
    [InlineData("[pscustomobject]@{ a = 1 }", "x: text own", "PSCustomObject")]
    [InlineData("@{ a = 1 }", "x: text own", "Hashtable")]
    [InlineData("$null", "x: text own", "null, but `x` is not `nullable`")]
    [InlineData("$Random.Next(0)", "x: integer own", "There is no number from 0 below 0")]
    [InlineData("$Random.Pick(@())", "x: integer own", "There is nothing to pick from")]
    [InlineData("break", "x: integer own", "t.x, row 1")]
    [InlineData("Write-Error 'so'", "x: integer own", "t.x, row 1")]
    public void What_goes_wrong_in_a_script_stops_the_run_and_is_said(string script, string fields, string expected) =>
        Assert.Contains(expected, Failure(script, fields), StringComparison.Ordinal);

    [Fact]
    public void A_failure_of_what_a_script_reads_is_told_of_that()
    {
        string message = Failure("$Row.y", "x: integer own  y: integer = 1 / (row_number - row_number)");
        Assert.StartsWith("t.y, row 1:", message, StringComparison.Ordinal);
        Assert.DoesNotContain("own", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-TdgData -Count 10 -ThrottleLimit 1")]
    [InlineData("New-TdgData -Count 20000 -ThrottleLimit 2")]
    [InlineData("Export-TdgCsv ./out -Count 10")]
    [InlineData("Get-TdgPlan")]
    public async Task Ctrl_C_stops_a_script_that_loops(string run)
    {
        using System.Management.Automation.PowerShell shell = _engine.Create(
            $"Register-TdgGenerator loop {{ [System.IO.File]::WriteAllText('{_engine.PathOf("begun")}', ''); while ($true) {{ $n = 1 }} }}\n{Schema("x: text loop")} | {run}");
        IAsyncResult running = shell.BeginInvoke();
        // A generous limit, only so that a failure does not hang.
        var patience = Stopwatch.StartNew();
        while (!File.Exists(_engine.PathOf("begun")) && !running.IsCompleted && patience.Elapsed < TimeSpan.FromMinutes(2))
            await Task.Delay(5);
        Assert.True(File.Exists(_engine.PathOf("begun")));

        await Task.Run(shell.Stop).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.DoesNotContain(_engine.Files(), f => f.EndsWith(".csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Unique_takes_a_script_that_says_it_is()
    {
        const string Fields = "x: string(9) unique own";
        ErrorRecord error = Assert.Single(_engine.Try($"Register-TdgGenerator own {{ \"N$($Row.row_number)\" }}; {Schema(Fields)} | New-TdgData -Count 5").Errors);
        Assert.StartsWith("TDG0602,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["N1", "N2"], Values("Register-TdgGenerator own { \"N$($Row.row_number)\" } -Unique -Force", Fields, "New-TdgData -Count 2"));
    }

    [Fact]
    public void The_plan_says_what_a_row_costs_and_what_fails()
    {
        _engine.Run("Register-TdgGenerator sku { $Random.Next(5) }; Register-TdgGenerator bad { throw 'no' }");
        Outcome outcome = _engine.Try($"({Schema("id: bigint primary_key  a: integer sku(1)  b: integer bad")} | Get-TdgPlan).Columns | ForEach-Object Source");
        Assert.Equal(3, outcome.Output.Count);
        Assert.Matches(@"^generator sku\(1\), about [\d,.]+ µs a row$", outcome.Output[1].ToString());
        Assert.Equal("generator bad", outcome.Output[2].ToString());
        Assert.Contains("t.b, row 1", Assert.Single(outcome.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_registered_runs_nothing()
    {
        string marker = _engine.PathOf("ran");
        _engine.Run("function evil { [System.IO.File]::WriteAllText($args[0], '') }");
        string text = $"schema S {{ table t {{ x: text evil(\"{marker.Replace("\\", "\\\\", StringComparison.Ordinal)}\") }} }}";
        Outcome outcome = _engine.Try("Import-TdgSchema -Text $args[0] | New-TdgData", text);
        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.StartsWith("TDG0207,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Register-TdgGenerator", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("TDG0207", _engine.One<string>("(Test-TdgSchema -Text $args[0]).Code", text));
        Assert.False(File.Exists(marker));
    }

    [Fact]
    public void The_culture_of_the_session_changes_no_value()
    {
        // One thread is the session's own.
        string[] values = Values(
            "[System.Globalization.CultureInfo]::CurrentCulture = 'de-DE'; Register-TdgGenerator own { '{0:N2} {1:d}' -f 1234.5, [datetime]'2024-12-31' }",
            "x: text own", "New-TdgData -Count 20 -ThrottleLimit 1 | ForEach-Object { [pscustomobject]@{ x = $_.x + ' ' + [System.Globalization.CultureInfo]::CurrentCulture } }");
        Assert.Equal(["1,234.50 12/31/2024 de-DE"], values.Distinct());
    }

    [Fact]
    public void A_session_whose_language_is_constrained_gets_no_rights_by_a_script()
    {
        string marker = _engine.PathOf("ran");
        _engine.Run("$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'");
        ErrorRecord error = Assert.Single(_engine.Try($"Register-TdgGenerator own {{ [System.IO.File]::WriteAllText('{marker}', ''); 'x' }}; {Schema("x: text own")} | New-TdgData -Count 1").Errors);
        Assert.StartsWith("ValueNotMade,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("language mode", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(marker));
    }

    [Fact]
    public void A_session_does_not_see_what_another_has_registered()
    {
        _engine.Run("Register-TdgGenerator sku { 'a' }");
        Assert.Empty(_engine.Run($"Test-TdgSchema -Text 'schema S {{ table t {{ x: text sku }} }}'"));
        using var other = new Engine();
        Assert.Equal("TDG0207", other.One<string>("(Test-TdgSchema -Text 'schema S { table t { x: text sku } }').Code"));
    }

    [Fact]
    public void A_schema_runs_what_is_registered_now()
    {
        _engine.Run($"Register-TdgGenerator own {{ 'a' }}; $s = {Schema("x: text own")}");
        Assert.Equal("a", _engine.One<string>("($s | New-TdgData -Count 1).x"));
        Assert.Equal("b", _engine.One<string>("Register-TdgGenerator OWN { 'b' } -Force; ($s | New-TdgData -Count 1).x"));
        ErrorRecord error = Assert.Single(_engine.Try("Unregister-TdgGenerator own; $s | New-TdgData -Count 1").Errors);
        Assert.StartsWith("TDG0608,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Register-TdgGenerator sku { 1 }", "GeneratorExists")]
    [InlineData("Register-TdgGenerator unique { 1 }", "GeneratorName")]
    [InlineData("Register-TdgGenerator normal { 1 }", "GeneratorName")]
    [InlineData("Register-TdgGenerator bigint { 1 }", "GeneratorName")]
    [InlineData("Register-TdgGenerator 'my sku' { 1 }", "GeneratorName")]
    [InlineData("Register-TdgGenerator x -Generator 5", "NotAGenerator")]
    [InlineData("Register-TdgGenerator x -Assembly ./nothing.dll -TypeName X", "GeneratorNotLoaded")]
    [InlineData("Register-TdgGenerator x -Assembly ./text.dll -TypeName X", "GeneratorNotLoaded")]
    [InlineData("Register-TdgGenerator x -Assembly ./ExampleGenerators.dll -TypeName X", "GeneratorNotLoaded")]
    public void What_can_t_be_registered_is_an_error_that_says_why(string script, string id)
    {
        _engine.Run("Register-TdgGenerator sku { 2 }");
        _engine.Write("text.dll", "no assembly");
        File.Copy(Repository.ExampleGenerators, _engine.PathOf("ExampleGenerators.dll"));
        ErrorRecord error = Assert.Single(_engine.Try(script).Errors);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith(".", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("sku", _engine.One<string>("(Get-TdgGenerator).Name"));
    }

    [Fact]
    public void Classes_of_an_assembly_implement_the_module_s_own_interface()
    {
        _engine.Run(
            "Register-TdgGenerator sku -Assembly $args[0] -TypeName SkuGenerator; Register-TdgGenerator tracking_number -Assembly $args[0] -TypeName ExampleGenerators.TrackingNumberGenerator",
            Repository.ExampleGenerators);
        PSObject[] rows = [.. _engine.Run("Import-TdgSchema $args[0] | New-TdgData -Table parcels -Count 300", Path.Combine(Repository.Root, "examples", "generators", "parcels.tdg"))];
        Assert.Equal(300, rows.Length);
        Assert.All(rows, r => Assert.Matches(@"^(HE|DH|UP)\d{10} \(P-\d{5}\)$", r.Properties["label"].Value.ToString()));
        Assert.Equal([true, false], _engine.Run("(Get-TdgGenerator tracking_number).Unique; (Get-TdgGenerator sku).Unique").Select(v => v.BaseObject));
    }

    [Fact]
    public void An_object_may_be_registered_whose_class_was_loaded_so()
    {
        _engine.Run("Register-TdgGenerator sku -Assembly $args[0] -TypeName SkuGenerator", Repository.ExampleGenerators);
        // As a script gets hold of it that has more to say than a constructor without parameters.
        _engine.Run("""
            $type = [System.AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'ExampleGenerators' }).ForEach({ $_.GetType('ExampleGenerators.SkuGenerator') }).Where({ $_ })[-1]
            Register-TdgGenerator other -Generator ([System.Activator]::CreateInstance($type))
            """);
        Assert.Equal([".NET", ".NET"], _engine.Run("(Get-TdgGenerator).Kind").Select(k => k.ToString()));
    }
}
