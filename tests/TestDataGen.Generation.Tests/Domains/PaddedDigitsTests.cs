using System.Globalization;
using System.Text;
using CsCheck;

namespace TestDataGen.Generation.Tests;

public class PaddedDigitsTests
{
    [Fact]
    public void WritesAnyNumberInAnyWidth() =>
        Gen.Select(Gen.Int[1, 36], Gen.ULong, Gen.ULong).Sample((width, high, low) =>
        {
            UInt128 number = new UInt128(high, low) % PaddedDigits.Count(width);
            var into = new byte[width];
            PaddedDigits.Write(number, width, into);
            Assert.Equal(number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'), Encoding.ASCII.GetString(into));
        });
}
