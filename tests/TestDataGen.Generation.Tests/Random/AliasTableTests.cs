namespace TestDataGen.Generation.Tests;

public sealed class AliasTableTests
{
    [Fact]
    public void Choices_come_by_their_weights()
    {
        var table = new AliasTable([80, 15, 5, 0]);
        var counts = new int[4];
        for (long row = 0; row < 100_000; row++)
            counts[table.Draw(Squares.AtRow(0x9876_5432_1234_5679, row))]++;
        Assert.InRange(counts[0], 79_200, 80_800);
        Assert.InRange(counts[1], 14_300, 15_700);
        Assert.InRange(counts[2], 4_600, 5_400);
        Assert.Equal(0, counts[3]);
    }

    [Fact]
    public void A_single_choice_is_always_taken() => Assert.Equal(0, new AliasTable([3]).Draw(ulong.MaxValue));
}
