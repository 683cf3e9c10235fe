using Microsoft.Data.Sqlite;

namespace TestDataGen.Export.Tests;

/// <summary>What checks say of a column does not make its values look less real than they would without them.</summary>
public sealed class NaturalFieldTests
{
    [Theory]
    [InlineData("sqlite", "CREATE TABLE users (email VARCHAR(80) NOT NULL CHECK (email LIKE '%_@_%._%'))", "email: string(80) // CHECK email LIKE '%_@_%._%'")]
    [InlineData("postgres", "CREATE TABLE users (email text NOT NULL UNIQUE CHECK (email ~* '^[^@]+@[^@]+$'))", "email: text unique // CHECK email ~* '^[^@]+@[^@]+$'")]
    [InlineData("mysql", "CREATE TABLE users (last_name varchar(40) NOT NULL, CHECK (REGEXP_LIKE(last_name, '^[A-Z]')))", "last_name: string(40) // CHECK REGEXP_LIKE(last_name, '^[A-Z]')")]
    // These are not met by what the name gives.
    [InlineData("postgres", "CREATE TABLE users (email text NOT NULL CHECK (email ~ '^[a-z]+@corp[.]example$'))", "email: text regex(/^[a-z]+@corp[.]example$/)")]
    [InlineData("postgres", "CREATE TABLE users (code text NOT NULL CHECK (code ~ '^[A-Z]{3}$'))", "code: text regex(/^[A-Z]{3}$/)")]
    public void A_form_that_is_met_by_the_name_is_left_to_it(string dialect, string sql, string line) =>
        Assert.Contains(line, Words(Imported.ReadScript(dialect, sql).Text), StringComparison.Ordinal);

    [Fact]
    public void A_domain_whose_columns_all_meet_its_form_by_their_names_needs_none()
    {
        const string domain = "CREATE DOMAIN mail AS varchar(80) CHECK (VALUE ~ '^[^@]+@[^@]+$'); ";
        Assert.Contains("type mail = string(80) // CHECK", Words(Imported.ReadScript("postgres", domain + "CREATE TABLE a (email mail); CREATE TABLE b (work_email mail NOT NULL);").Text), StringComparison.Ordinal);
        Assert.Contains("type mail = string(80) regex(/^[^@]+@[^@]+$/)", Words(Imported.ReadScript("postgres", domain + "CREATE TABLE a (email mail); CREATE TABLE b (other mail NOT NULL);").Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("starts_at timestamp NOT NULL, ends_at timestamp NOT NULL, CHECK (ends_at > starts_at)", "ends_at", "starts_at + (1h..30d)")]
    [InlineData("starts_at timestamp NOT NULL, ends_at timestamp NOT NULL, CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '2 hours')", "ends_at", "starts_at + (15m..2h)")]
    [InlineData("a timestamp NOT NULL, b timestamp NOT NULL, CHECK (b >= a + interval '1 hour' AND b < a + interval '1 day')", "b", "a + (1h..1439m)")]
    [InlineData("a date NOT NULL, b date NOT NULL, CHECK (b BETWEEN a AND a + interval '8 days')", "b", "a + (1d..8d)")]
    [InlineData("a timestamp NOT NULL, b timestamp NOT NULL, CHECK (b > a AND b <= a + '48:00:00'::interval)", "b", "a + (6h..2d)")]
    [InlineData("a timestamp NOT NULL, b timestamp NOT NULL, CHECK (b > a AND b <= a + interval '3600 seconds')", "b", "a + (7m..1h)")]
    [InlineData("a date NOT NULL, b date NOT NULL, CHECK (b > a AND b <= a + interval '2 years')", "b", "a + (91d..730d)")]
    [InlineData("a date NOT NULL, b date NOT NULL, CHECK (b > a AND b <= a + interval '2 mons')", "b", "a + (7d..56d)")]
    [InlineData("valid_from date NOT NULL, valid_to date, CHECK (valid_to IS NULL OR valid_from <= valid_to)", "valid_to", "valid_from + (1d..30d)")]
    [InlineData("ordered_on date NOT NULL, shipped_on date, CHECK (shipped_on >= ordered_on)", "shipped_on", "ordered_on + (1d..30d)")]
    [InlineData("placed_at timestamp NOT NULL, shipped_at timestamp, CHECK (shipped_at IS NULL OR shipped_at > placed_at)", "shipped_at", "placed_at + (1h..30d)")]
    [InlineData("placed_at timestamp NOT NULL, shipped_at timestamp, CHECK (shipped_at > placed_at OR shipped_at IS NULL OR placed_at IS NULL)", "shipped_at", "placed_at + (1h..30d)")]
    [InlineData("placed_at timestamp NOT NULL, closed_at timestamp, lost int, CHECK (lost IS NULL OR closed_at > placed_at)", "closed_at", null)]
    // The names alone say it.
    [InlineData("from_date date NOT NULL, to_date date NOT NULL", "to_date", "from_date + (1d..30d)")]
    [InlineData("\"createdAt\" timestamp NOT NULL, \"updatedAt\" timestamp", "updatedAt", "createdAt + (1h..30d)")]
    [InlineData("startdate date NOT NULL, enddate date", "enddate", "startdate + (1d..30d)")]
    [InlineData("from_user int NOT NULL, to_user int NOT NULL", "to_user", null)]
    [InlineData("start_of_x date NOT NULL, end_of_x date NOT NULL, CHECK (start_of_x >= end_of_x)", "end_of_x", null)]
    // Nothing says that it is near, that it may be missing where the other one is, or which of the two is the later one.
    [InlineData("born date NOT NULL, died date NOT NULL, CHECK (died >= born)", "died", null)]
    [InlineData("starts_at timestamp, ends_at timestamp NOT NULL, CHECK (ends_at > starts_at)", "ends_at", null)]
    [InlineData("starts_at timestamp NOT NULL, ends_at timestamp NOT NULL, CHECK (ends_at > starts_at), CHECK (ends_at <= '2030-01-01')", "ends_at", null)]
    public void What_ends_something_is_not_far_from_its_beginning(string columns, string field, string? expression)
    {
        ImportedSchema imported = Imported.ReadScript("postgres", $"CREATE TABLE t (id int PRIMARY KEY, {columns})");
        Assert.Empty(imported.Notes);
        string line = Words(imported.Text).Split('\n').First(l => l.Trim().StartsWith($"{field}:", StringComparison.Ordinal));
        Assert.Equal(expression is null ? [] : [expression], line.Split(" = ").Skip(1));
    }

    [Fact]
    public void Two_columns_that_each_end_the_other_stay_as_they_are()
    {
        ImportedSchema imported = Imported.ReadScript("postgres", "CREATE TABLE t (id int PRIMARY KEY, closed_on date NOT NULL, due_on date NOT NULL, CHECK (closed_on >= due_on), CHECK (due_on >= closed_on))");
        Assert.Contains("closed_on: date = due_on + (1d..30d)", Words(imported.Text), StringComparison.Ordinal);
        Assert.Contains("due_on: date\n", Words(imported.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first_name varchar(40) NOT NULL, last_name varchar(40), email text NOT NULL", "p: person|first_name: string(40) = p.first_name|last_name: string(40) nullable = p.last_name|email: text = p.email")]
    [InlineData("\"GivenName\" text NOT NULL, \"Surname\" text NOT NULL, \"EMail\" text NOT NULL UNIQUE CHECK (\"EMail\" LIKE '%@%')", "p: person|GivenName: text = p.first_name|Surname: text = p.last_name|EMail: text unique = \"{p.mailbox}.{id}@example.com\"")]
    [InlineData("p int NOT NULL, full_name text NOT NULL, login text NOT NULL", "person_1: person|full_name: text = person_1.full_name|login: text = person_1.user_name")]
    // One alone, no person's name, too short, or unique without a number to tell them apart.
    [InlineData("first_name text NOT NULL", "first_name: text")]
    [InlineData("email text NOT NULL, login text NOT NULL", "email: text|login: text")]
    [InlineData("first_name varchar(5) NOT NULL, email text NOT NULL", "first_name: string(5)|email: text")]
    [InlineData("first_name text NOT NULL, last_name text NOT NULL, login text NOT NULL UNIQUE", "p: person|first_name: text = p.first_name|last_name: text = p.last_name|login: text unique")]
    [InlineData("first_name text NOT NULL, last_name text NOT NULL, UNIQUE (first_name, last_name)", "first_name: text|last_name: text")]
    public void What_a_person_is_called_fits_together(string columns, string lines)
    {
        ImportedSchema imported = Imported.ReadScript("postgres", $"CREATE TABLE people (id int PRIMARY KEY, {columns})");
        Assert.Empty(imported.Notes);
        string[] found = [.. Words(imported.Text).Split('\n').Select(l => l.Split(" //")[0]).Where(l => l.Contains(": ", StringComparison.Ordinal) && !l.StartsWith("id:", StringComparison.Ordinal) && !l.StartsWith("p: integer", StringComparison.Ordinal))];
        Assert.Equal(lines, string.Join('|', found));
    }

    [Fact]
    public void The_server_takes_them()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE bookings (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE CHECK (email LIKE '%_@_%'), check_in DATE NOT NULL, check_out DATE NOT NULL CHECK (check_out > check_in))";
        command.ExecuteNonQuery();
        ImportedSchema imported = Imported.Read(connection);
        Assert.Equal(200, Imported.Fill(connection, imported)["bookings"]);
        Assert.Equal([[200L, 1L, 1L]], Imported.Rows(connection, "SELECT count(*), min(julianday(check_out) - julianday(check_in)) >= 1, max(julianday(check_out) - julianday(check_in)) BETWEEN 20 AND 30 FROM bookings"));
    }

    private static string Words(string text) => string.Join('\n', text.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
