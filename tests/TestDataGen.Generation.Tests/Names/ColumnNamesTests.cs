using System.Globalization;

namespace TestDataGen.Generation.Tests;

public sealed class ColumnNamesTests
{
    /// <summary>Every name of the registration with its pattern's place.</summary>
    private static IEnumerable<(string Name, ColumnPattern Pattern)> Registered => ColumnPatterns.All.SelectMany(p =>
        new[] { p.English, p.German, p.French, p.Spanish }.SelectMany(ColumnPattern.Split).Select(name => (name.TrimStart('-'), p)));

    // A table of the pattern's subject, by its plural where it has one that is regular.
    private static string TableOf(ColumnPattern pattern) =>
        pattern.Of.Length == 0 ? "things" : ColumnPattern.Split(ColumnSubject.All.Single(s => s.Name == ColumnPattern.Split(pattern.Of)[0]).English)[0] + "s";

    private static string Pascal(string name) => string.Concat(name.Split(' ', '-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <summary>The ways in which a name may be written.</summary>
    private static IEnumerable<string> Casings(string name)
    {
        yield return name;
        yield return name.Replace(' ', '_');
        yield return name.Replace(' ', '-');
        yield return name.Replace(' ', '_').ToUpperInvariant();
        yield return Pascal(name);
        yield return char.ToLowerInvariant(name[0]) + Pascal(name)[1..];
        yield return "str_" + name.Replace(' ', '_');
        yield return "str" + Pascal(name);
        yield return name.Replace(' ', '_') + "_old";
    }

    [Fact]
    public void There_are_many_patterns_in_four_languages()
    {
        Assert.True(ColumnPatterns.All.Count() >= 120);
        Assert.All(
            new Func<ColumnPattern, string>[] { p => p.English, p => p.German, p => p.French, p => p.Spanish },
            language => Assert.True(ColumnPatterns.All.Sum(p => ColumnPattern.Split(language(p)).Length) >= 250));
    }

    [Fact]
    public void Every_name_leads_to_its_pattern_however_it_is_written()
    {
        var wrong = new List<string>();
        foreach ((string name, ColumnPattern pattern) in Registered)
        {
            foreach (string column in Casings(name).Where(column => !ReferenceEquals(ColumnNames.Find(TableOf(pattern), column), pattern)))
                wrong.Add($"{column} of {TableOf(pattern)} is no {pattern.Text} {pattern.Number} but {ColumnNames.Find(TableOf(pattern), column)}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void A_name_with_an_umlaut_may_be_written_without()
    {
        foreach ((string name, ColumnPattern pattern) in Registered.Where(r => r.Name.AsSpan().ContainsAny("äöüß")))
        {
            string ascii = name.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
            Assert.Same(pattern, ColumnNames.Find(TableOf(pattern), ascii));
        }
    }

    [Fact]
    public void Every_name_stands_in_one_pattern_for_a_subject()
    {
        string[] twice = [.. Registered
            .SelectMany(r => (r.Pattern.Of.Length == 0 ? [""] : ColumnPattern.Split(r.Pattern.Of)).Select(of => (Key: $"{string.Concat(ColumnNames.Words(r.Name))} of {of}", r.Pattern)))
            .Distinct().GroupBy(r => r.Key).Where(g => g.Count() > 1).Select(g => g.Key)];
        Assert.True(twice.Length == 0, string.Join("\n", twice));
    }

    [Fact]
    public void Every_pattern_gives_something_that_there_is()
    {
        string[] formats = [.. FormatCatalog.Signatures.Select(s => s.Name)];
        string[] subjects = [.. ColumnSubject.All.Select(s => s.Name)];
        Assert.All(ColumnPatterns.All, pattern =>
        {
            Assert.All(ColumnPattern.Split(pattern.Text), format => Assert.Contains(format, formats));
            Assert.All(ColumnPattern.Split(pattern.Of), of => Assert.Contains(of, subjects));
            Assert.True(pattern.Text.Length > 0 || pattern.Number is not null || pattern.Years is not null || pattern.Days is not null || pattern.Hours is not null || pattern.True is not null, pattern.ToString());
            Assert.True(pattern.Number is null || pattern.Number.Value.Low < pattern.Number.Value.High, pattern.ToString());
            Assert.True(pattern.Days is null || pattern.Days.Value.From < pattern.Days.Value.To, pattern.ToString());
            Assert.True(pattern.True is null or > 0 and < 1, pattern.ToString());
        });
    }

    [Theory]
    [InlineData("users", "customer_email", "email")]
    [InlineData("users", "customerEMail", "email")]
    [InlineData("users", "EMAIL_ADDRESS", "email")]
    [InlineData("orders", "ShipPostalCode", "postcode")]
    [InlineData("orders", "billing-city", "city")]
    [InlineData("companies", "contact-last-name", "last_name")]
    [InlineData("users", "txtEmail", "email")]
    [InlineData("users", "email_old", "email")]
    [InlineData("users", "email2", "email")]
    [InlineData("users", "email_address_2", "email")]
    [InlineData("users", "address2", "secondary_address")]
    [InlineData("users", "phone1", "phone")]
    [InlineData("kunden", "kundenstrasse", "street_name")]
    [InlineData("bestellungen", "Lieferadresse", "street_address")]
    [InlineData("bestellungen", "kundenname", "full_name")]
    [InlineData("bestellungen", "firmenname", "company_name")]
    [InlineData("kunden", "geburtsort", "city")]
    [InlineData("commandes", "email_client", "email")]
    [InlineData("commandes", "adresse_livraison", "street_address")]
    [InlineData("commandes", "ville_facturation", "city")]
    [InlineData("pedidos", "telefono_cliente", "phone")]
    [InlineData("pedidos", "nombre_empresa", "company_name")]
    [InlineData("pedidos", "nombre_producto", "product_name")]
    [InlineData("clientes", "nombre", "first_name")]
    [InlineData("clients", "nom", "last_name")]
    [InlineData("produits", "nom", "product_name")]
    [InlineData("clientes", "codigo_postal", "postcode")]
    [InlineData("clientes", "CodigoPostal", "postcode")]
    // False friends.
    [InlineData("products", "name", "product_name")]
    [InlineData("companies", "name", "company_name")]
    [InlineData("users", "name", "full_name")]
    [InlineData("tbl_users", "name", "full_name")]
    [InlineData("dim_customer", "str_name", "full_name")]
    [InlineData("cities", "name", "city")]
    [InlineData("countries", "name", "country")]
    [InlineData("countries", "code", "country_code")]
    [InlineData("projects", "name", "title")]
    [InlineData("user_roles", "name", "title")]
    [InlineData("users", "project_name", "title")]
    [InlineData("orders", "customer_name", "full_name")]
    [InlineData("orders", "supplier_name", "company_name")]
    [InlineData("orders", "file_name", "file_name")]
    [InlineData("orders", "state", "order_status")]
    [InlineData("tasks", "state", "status")]
    [InlineData("customers", "state", "state")]
    [InlineData("addresses", "state", "state")]
    [InlineData("orders", "billing_state", "state")]
    [InlineData("employees", "title", "job_title")]
    [InlineData("books", "title", "title")]
    [InlineData("orders", "code", "code")]
    [InlineData("products", "code", "sku")]
    [InlineData("orders", "type", "kind")]
    [InlineData("accounts", "type", "account_type")]
    [InlineData("orders", "order_number", "order_number")]
    [InlineData("orders", "address_id", "uuid")]
    [InlineData("users", "ip_address", "ipv4")]
    [InlineData("users", "email_type", "kind")]
    [InlineData("users", "email_count", "")]
    [InlineData("users", "is_email_confirmed", "")]
    [InlineData("users", "birth_date", "")]
    public void A_name_leads_to_a_format(string table, string column, string format) => Assert.Equal(format, ColumnPattern.Split(ColumnNames.Find(table, column)!.Text).FirstOrDefault(""));

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("")]
    [InlineData("___")]
    [InlineData("2")]
    [InlineData("report")]
    [InlineData("passport_photo_quality_x")]
    [InlineData("日付")]
    public void A_name_may_say_nothing(string column) => Assert.Null(ColumnNames.Find("users", column));

    [Theory]
    [InlineData("CustomerID", "customer id")]
    [InlineData("HTTPStatus", "http status")]
    [InlineData("address1", "address 1")]
    [InlineData("date_of_birth", "date birth")]
    [InlineData("Straßen-Name", "strassen name")]
    [InlineData("Prénom", "prenom")]
    public void Names_are_taken_apart(string name, string words) => Assert.Equal(words, string.Join(' ', ColumnNames.Words(name)));

    [Theory]
    [InlineData("age", "integer", "18", "90")]
    [InlineData("Alter", "smallint", "18", "90")]
    [InlineData("edad", "bigint", "18", "90")]
    [InlineData("Quantity", "integer", "1", "10")]
    [InlineData("discount_percent", "integer", "0", "30")]
    [InlineData("star_rating", "integer", "1", "5")]
    [InlineData("score", "decimal(3, 2)", "0", "9.99")]
    [InlineData("probability", "decimal(5, 5)", "0", "0.99999")]
    [InlineData("salary", "smallint", "30000", "32767")]
    [InlineData("build_year", "integer", "1996", "2026")]
    [InlineData("birth_year", "integer", "1936", "2008")]
    [InlineData("latitude", "double", "-90", "90")]
    [InlineData("gesamtbetrag", "decimal(10, 2)", "1", "2000")]
    [InlineData("montant_ttc", "decimal(10, 2)", "1", "2000")]
    [InlineData("importe_pedido", "decimal(10, 2)", "1", "2000")]
    [InlineData("birth_date", "date", "1936-01-24", "2007-12-19")]
    [InlineData("fecha_nacimiento", "date", "1936-01-24", "2007-12-19")]
    [InlineData("opening_time", "time", "07:00:00", "10:00:00")]
    public void A_name_says_a_range(string column, string type, string low, string high)
    {
        ColumnRange range = ColumnRange.Of(ColumnNames.Find("t", column)!, Given.Table($"x: {type}").Tables[0].Fields[0].Type, new DateTime(2026, 1, 1))!;
        Assert.Equal((low, high), (Show(range.Low), Show(range.High)));
    }

    private static string Show(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };
}
