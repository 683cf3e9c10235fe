using System.Text;

namespace TestDataGen.Export.Tests;

/// <summary>A table's file stays in its folder, on every system, and is no other table's.</summary>
public sealed class FileNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("orders", "orders")]
    [InlineData("order lines", "order lines")]
    [InlineData("../up", "_up")]
    [InlineData("..", "_")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("/etc/passwd", "_etc_passwd")]
    [InlineData("a\\b:c", "a_b_c")]
    [InlineData("a<b>|?*\"", "a_b_____")]
    [InlineData("it's", "it's")]
    [InlineData("new\nline\0", "new_line_")]
    [InlineData("con", "_con")]
    [InlineData("NUL.txt", "_NUL.txt")]
    [InlineData("aux .x", "_aux .x")]
    [InlineData("COM1", "_COM1")]
    [InlineData("COM10", "COM10")]
    [InlineData(" . ", "_")]
    [InlineData("end. ", "end")]
    [InlineData("漢字 😀", "漢字 😀")]
    public void A_name_is_safe(string table, string expected) => Assert.Equal(expected, new FileNames().For(table));

    [Fact]
    public void No_two_names_are_alike()
    {
        var names = new FileNames();
        // In composed and decomposed letters a name is the same to macOS.
        Assert.Equal(["a_b", "a_b_2", "A_B_3", "a_b_2_2", "\u00e9", "e\u0301_2"], new[] { "a/b", "a\\b", "A:B", "a_b_2", "\u00e9", "e\u0301" }.Select(names.For));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("漢")]
    [InlineData("😀")]
    public void A_name_of_any_length_is_that_of_a_file_that_can_be_written(string letter)
    {
        string one = string.Concat(Enumerable.Repeat(letter, 1000));
        foreach (string name in new[] { one, one + "y" })
        {
            using var sink = new FileSink(_folder.Path, new CsvFormat());
            sink.Begin([Given.Schema($"schema S {{ table `{name}` {{ id: bigint }} table `{name}2` {{ id: bigint }} }}").Tables[0]]);
            sink.Complete();
            string file = Assert.Single(Directory.EnumerateFiles(_folder.Path));
            Assert.InRange(Encoding.UTF8.GetByteCount(Path.GetFileName(file)), 100, 200);
            File.Delete(file);
        }
    }
}
