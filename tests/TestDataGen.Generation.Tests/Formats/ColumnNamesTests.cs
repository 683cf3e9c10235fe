using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public class ColumnNamesTests
{
    [Theory]
    [InlineData("email", "email")]
    [InlineData("customer_email", "email")]
    [InlineData("CustomerEmail", "email")]
    [InlineData("customerEMail", "email")]
    [InlineData("EMAIL_ADDRESS", "email")]
    [InlineData("first_name", "first_name")]
    [InlineData("FirstName", "first_name")]
    [InlineData("contact-last-name", "last_name")]
    [InlineData("billing_city", "city")]
    [InlineData("ShipPostalCode", "postcode")]
    [InlineData("home_phone", "phone")]
    [InlineData("companyName", "company_name")]
    [InlineData("IBAN", "iban")]
    [InlineData("preferred_language", "language_code")]
    [InlineData("order_status", "order_status")]
    [InlineData("account_status", "status")]
    [InlineData("xyzzy", null)]
    [InlineData("", null)]
    [InlineData("___", null)]
    public void ANameLeadsToAFormat(string column, string? format) => Assert.Equal(format, ColumnNames.FormatFor(column));

    [Fact]
    public void EveryNameLeadsToAFormatThatThereIs()
    {
        Assert.True(ColumnNames.Formats.Count >= 60);
        Assert.All(ColumnNames.Formats, entry => Assert.Contains(entry.Value, FormatCatalog.Signatures.Select(s => s.Name)));
        Assert.All(ColumnNames.Formats.Keys, name => Assert.Equal(name, string.Join(' ', ColumnNames.Words(name))));
    }

    [Theory]
    [InlineData("CustomerID", "customer id")]
    [InlineData("HTTPStatus", "http status")]
    [InlineData("address1", "address1")]
    [InlineData("e_mail", "e mail")]
    public void NamesAreTakenApart(string name, string words) => Assert.Equal(words, string.Join(' ', ColumnNames.Words(name)));

    [Theory]
    [InlineData("age", 18L, 90L)]
    [InlineData("Quantity", 1L, 10L)]
    [InlineData("discount_percent", 0L, 100L)]
    [InlineData("star_rating", 1L, 5L)]
    [InlineData("build_year", 1950L, 2026L)]
    public void ANameSaysTheRangeOfANumber(string column, long low, long high) =>
        Assert.Equal(new ColumnRange(low, high), ColumnNames.RangeFor(column, Type("integer"), new DateTime(2026, 5, 1)));

    [Fact]
    public void ANameSaysTheRangeOfADate() =>
        Assert.Equal(new ColumnRange(new DateOnly(1936, 5, 23), new DateOnly(2008, 5, 5)), ColumnNames.RangeFor("birth_date", Type("date"), new DateTime(2026, 5, 1)));

    [Fact]
    public void ARangeFitsItsType() =>
        Assert.Equal(new ColumnRange(0m, 9m), ColumnNames.RangeFor("score", Type("decimal(3, 2)"), new DateTime(2026, 5, 1)));

    private static DataType Type(string type) => Given.Table($"x: {type}").Tables[0].Fields[0].Type;
}
