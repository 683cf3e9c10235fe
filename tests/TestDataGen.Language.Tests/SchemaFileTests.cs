using System.Text;

namespace TestDataGen.Language.Tests;

public sealed class SchemaFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tdg").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_read_with_and_without_a_byte_order_mark()
    {
        foreach (bool mark in new[] { false, true })
        {
            string path = Write(new UTF8Encoding(mark).GetPreamble(), Encoding.UTF8.GetBytes(Tdg.Table("größe: integer")));
            ReadResult result = SchemaReader.ReadFile(path, Tdg.Formats);
            Assert.Empty(result.Diagnostics);
            Assert.Equal("größe", result.Schemas[0].Tables[0].Fields[0].Name);
            Assert.Equal(path, result.Schemas[0].Source.Path);
        }
    }

    [Fact]
    public void A_missing_file_is_an_error() => AssertError("TDG0001", Path.Combine(_folder, "none.tdg"));

    [Fact]
    public void A_file_of_nearly_that_name_is_offered()
    {
        File.WriteAllText(Path.Combine(_folder, "orders.tdg"), "");
        Assert.Equal("Did you mean `orders.tdg`?", AssertError("TDG0001", Path.Combine(_folder, "ordres.tdg")).Hint);
        Assert.Equal("Check the path.", AssertError("TDG0001", Path.Combine(_folder, "customers.tdg")).Hint);
    }

    [Fact]
    public void A_file_in_a_missing_folder_is_an_error() => AssertError("TDG0001", Path.Combine(_folder, "none", "none.tdg"));

    [Fact]
    public void A_folder_is_an_error() => Assert.Equal("Name a file in it.", AssertError("TDG0002", _folder).Hint);

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_path_that_is_none_is_an_error(string path) => AssertError("TDG0002", path);

    [Fact]
    public void A_file_that_may_not_be_read_is_an_error()
    {
        string path = Write(Encoding.UTF8.GetBytes(Tdg.Table("a: integer")));
        // Held by someone else: also what root, whom no permission stops, can't read.
        using var holder = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        AssertError("TDG0002", path);
    }

    [Fact]
    public void A_file_of_20_MB_is_an_error()
    {
        string path = Path.Combine(_folder, "large.tdg");
        using (FileStream stream = File.Create(path))
            stream.SetLength(20_000_000);
        AssertError("TDG0003", path);
    }

    [Fact]
    public void A_text_of_20_million_characters_is_an_error() => Assert.Equal("TDG0003", Assert.Single(Tdg.Read(new string(' ', 20_000_000)).Diagnostics).Code);

    [Fact]
    public void A_file_that_is_not_UTF8_is_an_error_with_the_byte()
    {
        Diagnostic diagnostic = AssertError("TDG0004", Write(Encoding.Latin1.GetBytes("// Größe")));
        Assert.Equal("The byte F6 at offset 5 is not UTF-8.", diagnostic.Message);
    }

    [Fact]
    public void A_file_in_UTF16_is_an_error_that_says_so()
    {
        Diagnostic diagnostic = AssertError("TDG0004", Write(Encoding.Unicode.GetPreamble(), Encoding.Unicode.GetBytes("schema")));
        Assert.Equal("It looks like UTF-16: save it as UTF-8.", diagnostic.Hint);
    }

    [Fact]
    public void A_file_in_UTF16_without_a_mark_is_an_error_that_says_so()
    {
        foreach (Encoding encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Diagnostic diagnostic = AssertError("TDG0004", Write(encoding.GetBytes("schema S { }")));
            Assert.Equal("It looks like UTF-16: save it as UTF-8.", diagnostic.Hint);
        }
    }

    [Fact]
    public void A_file_that_is_no_text_is_an_error()
    {
        Diagnostic diagnostic = AssertError("TDG0004", Write("SQLite format 3\0 and what follows it in the first page"u8.ToArray()));
        Assert.Equal("The byte 00 at offset 15 is no text. Is this the right file?", $"{diagnostic.Message} {diagnostic.Hint}");
    }

    [Fact]
    public void A_cut_off_character_at_the_end_is_an_error()
    {
        Diagnostic diagnostic = AssertError("TDG0004", Write([.. "// "u8, 0xC3]));
        Assert.Equal("The byte C3 at offset 3 is not UTF-8.", diagnostic.Message);
    }

    [Fact]
    public void An_empty_file_has_no_schema() => AssertError("TDG0016", Write([]));

    [Fact]
    public void A_file_of_zeros_is_one_error() => AssertError("TDG0004", Write(new byte[100_000]));

    private string Write(params byte[][] parts)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid():N}.tdg");
        File.WriteAllBytes(path, [.. parts.SelectMany(p => p)]);
        return path;
    }

    private static Diagnostic AssertError(string code, string path)
    {
        ReadResult result = SchemaReader.ReadFile(path, Tdg.Formats);
        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Equal(path, diagnostic.Path);
        Assert.Empty(result.Schemas);
        return diagnostic;
    }
}
