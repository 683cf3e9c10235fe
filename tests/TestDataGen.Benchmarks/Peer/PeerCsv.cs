using Bogus;
using CsvHelper;

namespace TestDataGen.Benchmarks.Peer;

/// <summary>The workload as CSV, the way a good user of Bogus and CsvHelper writes it: rows are made while they are written, none is kept.</summary>
internal static class PeerCsv
{
    public static void Write(int rows, string path)
    {
        Faker<User> faker = UserFaker.Create(seed: 42);
        using CsvWriter csv = CsvWriter.ToFile(path, CsvWriterOptions.Default);
        csv.WriteRecords(faker.GenerateLazy(rows));
    }
}
