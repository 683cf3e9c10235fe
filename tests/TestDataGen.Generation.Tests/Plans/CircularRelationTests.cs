using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

/// <summary>References of a table to itself, and tables that refer to each other.</summary>
public sealed class CircularRelationTests
{
    private static readonly Plan Staff = Given.Plan(Given.Schema("""
        schema S {
          table departments {
            id: bigint primary_key
            head_id: bigint references(employees.id) as head nullable(20%)
            head_name: string(50) nullable = head.name
          }
          table employees {
            id: bigint primary_key
            name: string(50) format(first_name)
            department_id: bigint references(departments.id)
            manager_id: bigint references(employees.id) as manager nullable(10%)
            office: string(10) = coalesce(manager.office, "office {row_number}")
            level: integer = coalesce(manager.level + 1, 1)
          }
        }
        """));

    [Fact]
    public void What_only_refers_to_a_circle_comes_behind_it()
    {
        Plan plan = Given.Plan(Given.Schema("""
            schema S {
              table alerts { id: bigint primary_key  host_id: bigint references(hosts.id) nullable }
              table hosts { id: bigint primary_key  template_id: bigint references(templates.id) nullable }
              table templates { id: bigint primary_key  host_id: bigint references(hosts.id) }
            }
            """));
        string[] order = [.. plan.Tables.Select(t => t.Table.Name)];
        Assert.True(Array.IndexOf(order, "hosts") < Array.IndexOf(order, "alerts"), string.Join(", ", order));
    }

    [Fact]
    public void A_condition_may_read_a_parents_reference_back_to_the_table_itself()
    {
        Schema schema = Given.Schema("""
            schema S {
              table departments { id: bigint primary_key  head_id: bigint references(employees.id) as head where head.department_id <= 9 nullable(0%) }
              table employees { id: bigint primary_key  department_id: bigint references(departments.id) }
            }
            """);
        Plan plan = Given.Plan(schema, 20);
        IReadOnlyList<string?> departments = Given.Column(plan, "employees", "department_id");
        Assert.Contains(Given.Column(plan, "departments", "head_id"), h => h is not null);
        Assert.All(Given.Column(plan, "departments", "head_id"), h => Assert.True(h is null || departments[int.Parse(h, System.Globalization.CultureInfo.InvariantCulture) - 1]!.Length == 1));
    }

    [Fact]
    public void A_row_refers_to_one_before_it_so_that_the_table_is_a_forest()
    {
        IReadOnlyList<string?> managers = Given.Column(Staff, "employees", "manager_id");
        Assert.Null(managers[0]);
        for (int i = 1; i < managers.Count; i++)
            Assert.True(managers[i] is null || long.Parse(managers[i]!, null) <= i, $"row {i + 1} refers to {managers[i]}");
        Assert.InRange(managers.Count(m => m is null), 60, 140);
    }

    [Fact]
    public void A_field_may_be_made_from_the_same_field_of_the_row_above()
    {
        IReadOnlyList<string?> managers = Given.Column(Staff, "employees", "manager_id");
        IReadOnlyList<string?> offices = Given.Column(Staff, "employees", "office");
        int[] levels = [.. Given.Column(Staff, "employees", "level").Select(l => int.Parse(l!, null))];
        for (int i = 0; i < managers.Count; i++)
        {
            int? above = managers[i] is { } id ? int.Parse(id, null) - 1 : null;
            Assert.Equal(above is { } a ? offices[a] : $"office {i + 1}", offices[i]);
            Assert.Equal(above is { } b ? levels[b] + 1 : 1, levels[i]);
        }

        Assert.True(levels.Max() > 5);
    }

    [Fact]
    public void Tables_in_a_circle_refer_to_rows_that_exist()
    {
        Assert.Equal(["departments", "employees"], Staff.Tables.Select(t => t.Table.Name));
        IReadOnlyList<string?> names = Given.Column(Staff, "employees", "name");
        IReadOnlyList<string?> heads = Given.Column(Staff, "departments", "head_id");
        Assert.Equal(heads.Select(h => h is null ? null : names[int.Parse(h, null) - 1]), Given.Column(Staff, "departments", "head_name"));
        Assert.InRange(heads.Count(h => h is null), 140, 260);
        Assert.All(Given.Column(Staff, "employees", "department_id"), d => Assert.InRange(long.Parse(d!, null), 1, 1000));
    }
}
