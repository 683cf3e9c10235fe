namespace TestDataGen.Export.Tests;

public sealed class SavedConnectionTests : IDisposable
{
    private const string Secret = "s3cr3t";
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["in/connections.json"];

    private SavedConnections Saved => new(File);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("postgres", "Host=db1;Port=5433;Database=shop;Username=ann;Password=s3cr3t;SSL Password=s3cr3t", "postgres:db1:5433/shop")]
    [InlineData("mysql", "Server=db1;Database=shop;Uid=ann;Pwd=s3cr3t;Certificate Password=s3cr3t", "mysql:db1:3306/shop")]
    [InlineData("sqlserver", "Server=db1;Initial Catalog=shop;User ID=ann;PWD=s3cr3t", "sqlserver:db1/shop")]
    [InlineData("sqlite", "Data Source=/data/shop.db;Password=s3cr3t", "sqlite:/data/shop.db")]
    public void No_password_is_saved(string provider, string text, string place)
    {
        (SavedConnection connection, bool hadSecrets) = DatabaseTarget.FromConnectionString(text, provider).ToSaved("shop", "SHOP");
        Assert.True(hadSecrets);
        Saved.Set(connection);
        Assert.DoesNotContain(Secret, System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        SavedConnection read = Saved.Find("SHOP");
        Assert.Equal((connection, place), (read, read.Place));
        if (provider != "sqlite")
            Assert.Contains("ann", read.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres", "Host=db1;Database=shop;Username=ann", "Host=db1;Database=shop;Username=bob;Password=s3cr3t")]
    [InlineData("mysql", "Server=db1;Database=shop;User ID=ann", "Server=db1;User ID=bob;Password=s3cr3t;Database=shop")]
    [InlineData("sqlserver", "Data Source=db1;Initial Catalog=shop;Integrated Security=True", "Data Source=db1;Initial Catalog=shop;Integrated Security=False;User ID=bob;Password=s3cr3t")]
    public void User_and_password_are_put_in_when_it_is_used(string provider, string saved, string used) =>
        Assert.Equal(used, DatabaseProvider.Find(provider).WithCredential(saved, "bob", Secret));

    [Fact]
    public void A_password_comes_from_the_variable_that_was_named()
    {
        var connection = new SavedConnection("shop", "postgres", "Host=db1;Username=ann", "TDG_TEST_SAVED_PASSWORD");
        var e = Assert.Throws<ExportException>(() => DatabaseTarget.FromSaved(connection));
        Assert.Contains("TDG_TEST_SAVED_PASSWORD, which is not set", e.Message, StringComparison.Ordinal);
        // With a credential nobody asks for it.
        Assert.Equal("postgres:db1:5432/ann", DatabaseTarget.FromSaved(connection, password: "x").Display);
        Environment.SetEnvironmentVariable("TDG_TEST_SAVED_PASSWORD", Secret);
        Assert.Equal("postgres:db1:5432/ann", DatabaseTarget.FromSaved(connection).Display);
        Assert.True(DatabaseTarget.FromSaved(connection).ToSaved("again", null).HadSecrets);
    }

    [Fact]
    public void Nobody_else_may_read_the_file()
    {
        Saved.Set(new SavedConnection("shop", "sqlite", "Data Source=/shop.db"));
        Saved.Set(new SavedConnection("shop", "sqlite", "Data Source=/other.db"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal("Data Source=/other.db", Assert.Single(Saved.All()).ConnectionString);
    }

    [Fact]
    public void A_name_that_is_none_is_told_with_the_one_that_was_meant()
    {
        Assert.Contains("None is saved", Assert.Throws<ExportException>(() => Saved.Find("shop")).Advice, StringComparison.Ordinal);
        Saved.Set(new SavedConnection("shop", "sqlite", "Data Source=/shop.db"));
        var unknown = Assert.Throws<ExportException>(() => Saved.Find("shpo"));
        Assert.Equal("There is no saved connection `shpo`. Did you mean `shop`?", $"{unknown.Message} {unknown.Advice}");
        Assert.Equal("There are: shop.", Assert.Throws<ExportException>(() => Saved.Remove("warehouse")).Advice);
        Saved.Remove("Shop");
        Assert.Empty(Saved.All());
    }

    [Theory]
    [InlineData("{ \"connections\": { \"shop\": { \"provider\": \"sqlite\", \"connecti")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"connections\": 3 }")]
    [InlineData("{ \"connections\": { \"shop\": 3 } }")]
    [InlineData("{ \"connections\": { \"shop\": { \"provider\": \"sqlite\" } } }")]
    [InlineData("{ \"connections\": { \"shop\": { \"provider\": \"oracle\", \"connectionString\": \"Data Source=x\" } } }")]
    [InlineData("{ \"connections\": { \"shop\": { \"provider\": \"postgres\", \"connectionString\": \"Hots=x\" } } }")]
    [InlineData("{ \"connections\": { \"a\": { \"provider\": \"sqlite\", \"connectionString\": \"Data Source=x\" }, \"a\": null } }")]
    public void A_damaged_file_is_said_and_left_as_it_is(string text)
    {
        Directory.CreateDirectory(_folder["in"]);
        System.IO.File.WriteAllText(File, text);
        foreach (Action use in (Action[])[() => Saved.All(), () => Saved.Find("shop"), () => Saved.Set(new SavedConnection("x", "sqlite", "Data Source=/x.db")), () => Saved.Remove("shop")])
        {
            var e = Assert.Throws<ExportException>(use);
            Assert.Contains($"{File}, where connections are saved, is damaged", e.Message, StringComparison.Ordinal);
            Assert.Equal(text, System.IO.File.ReadAllText(File));
        }
    }

    [Fact]
    public void What_else_stands_in_the_file_stays_there()
    {
        Directory.CreateDirectory(_folder["in"]);
        System.IO.File.WriteAllText(File, "{ \"note\": \"mine\", \"connections\": { \"shop\": { \"provider\": \"sqlite\", \"connectionString\": \"Data Source=/a.db\", \"colour\": \"red\" } } }");
        Saved.Set(new SavedConnection("Shop", "sqlite", "Data Source=/b.db"));
        Saved.Set(new SavedConnection("other", "sqlite", "Data Source=/c.db"));
        Saved.Remove("other");
        string text = System.IO.File.ReadAllText(File);
        Assert.Contains("\"note\": \"mine\"", text, StringComparison.Ordinal);
        Assert.Contains("\"colour\": \"red\"", text, StringComparison.Ordinal);
        Assert.Equal("Data Source=/b.db", Assert.Single(Saved.All()).ConnectionString);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("../x")]
    public void A_name_is_a_word(string name) =>
        Assert.Contains("can't be the name of a connection", Assert.Throws<ExportException>(() => Saved.Set(new SavedConnection(name, "sqlite", "Data Source=/x.db"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_that_save_at_once_both_keep_theirs()
    {
        Parallel.For(0, 16, i => Saved.Set(new SavedConnection($"c{i}", "sqlite", "Data Source=/x.db")));
        Assert.Equal(16, Saved.All().Count);
    }
}
