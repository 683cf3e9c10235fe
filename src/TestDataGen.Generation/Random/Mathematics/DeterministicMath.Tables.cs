using System.Numerics;
using System.Runtime.CompilerServices;

namespace TestDataGen.Generation;

// The tables are computed when first used, in integer arithmetic, which is the same everywhere; it takes less than a millisecond.
internal static partial class DeterministicMath
{
    // log(k / 128) for k from 91 to 181.
    private static class Logarithms
    {
        private const int First = 91;
        private const int Last = 181;
        private static readonly TwoDoubles[] Table = Create();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ref readonly TwoDoubles At(int k) => ref Table[k - First];

        private static TwoDoubles[] Create()
        {
            const int bits = 160;
            var table = new TwoDoubles[Last - First + 1];
            BigInteger log = 0;
            for (int k = 128; k <= Last; k++)
            {
                table[k - First] = Split(log, bits);
                log += LogOfNext(k, bits);
            }

            log = 0;
            for (int k = 127; k >= First; k--)
            {
                log -= LogOfNext(k, bits);
                table[k - First] = Split(log, bits);
            }

            return table;
        }

        // log((k + 1) / k) = 2 artanh(1 / (2k + 1)).
        private static BigInteger LogOfNext(int k, int bits)
        {
            int n = (2 * k) + 1;
            BigInteger power = (BigInteger.One << (bits + 1)) / n;
            BigInteger sum = power;
            for (int i = 3; !power.IsZero; i += 2)
            {
                power /= n * n;
                sum += power / i;
            }

            return sum;
        }

        // The high part ends after 42 bits, as that of ln 2 does: then their sums are exact.
        private static TwoDoubles Split(BigInteger log, int bits)
        {
            BigInteger high = (log + (BigInteger.One << (bits - 43))) >> (bits - 42);
            return new TwoDoubles(Math.ScaleB((double)(long)high, -42), ToDouble(log - (high << (bits - 42)), bits, out _));
        }
    }

    // 2^(j / 128) for j from 0 to 127.
    private static class Powers
    {
        private static readonly TwoDoubles[] Table = Create();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ref readonly TwoDoubles At(int j) => ref Table[j];

        private static TwoDoubles[] Create()
        {
            const int bits = 160;
            BigInteger step = BigInteger.One << (bits + 1);
            for (int i = 0; i < 7; i++)
                step = SquareRoot(step << bits);

            var table = new TwoDoubles[128];
            BigInteger power = BigInteger.One << bits;
            for (int j = 0; j < table.Length; j++)
            {
                double high = ToDouble(power, bits, out BigInteger rest);
                table[j] = new TwoDoubles(high, ToDouble(rest, bits, out _));
                power = (power * step) >> bits;
            }

            return table;
        }

        // Newton's method from above.
        private static BigInteger SquareRoot(BigInteger square)
        {
            BigInteger root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
            while (true)
            {
                BigInteger next = (root + (square / root)) >> 1;
                if (next >= root)
                    return root;
                root = next;
            }
        }
    }

    // π and 2/π with as many bits as the largest double needs before the point, and 192 behind it.
    private static class Angles
    {
        public const int Bits = 1216;
        public static readonly BigInteger Pi = CreatePi();
        public static readonly BigInteger TwoOverPi = (BigInteger.One << ((2 * Bits) + 1)) / Pi;

        // Machin: π/4 = 4 arctan(1/5) − arctan(1/239), with some bits more for the rounding of the terms.
        private static BigInteger CreatePi()
        {
            const int spare = 32;
            return ((16 * ArcTangentOfInverse(5, Bits + spare)) - (4 * ArcTangentOfInverse(239, Bits + spare))) >> spare;
        }

        private static BigInteger ArcTangentOfInverse(int n, int bits)
        {
            BigInteger power = (BigInteger.One << bits) / n;
            BigInteger sum = power;
            for (int i = 3; !power.IsZero; i += 2)
            {
                power /= -n * n;
                sum += power / i;
            }

            return sum;
        }
    }

    // The first 53 bits of value / 2^bits, and what is left of the value. (A cast from BigInteger to double would cut, too, but does not promise to.)
    private static double ToDouble(BigInteger value, int bits, out BigInteger rest)
    {
        int cut = Math.Max(0, (int)BigInteger.Abs(value).GetBitLength() - 53);
        long head = (long)(BigInteger.Abs(value) >> cut);
        if (value.Sign < 0)
            head = -head;
        rest = value - ((BigInteger)head << cut);
        return Math.ScaleB(head, cut - bits);
    }

    private static BigInteger Shift(BigInteger value, int left) => left >= 0 ? value << left : value >> -left;
}
