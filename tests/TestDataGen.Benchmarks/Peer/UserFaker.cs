using Bogus;

namespace TestDataGen.Benchmarks.Peer;

/// <summary>The workload's rules in Bogus, column by column what <c>examples/users/users.tdg</c> says.</summary>
internal static class UserFaker
{
    private static readonly string[] Statuses = ["active", "inactive", "banned"];
    private static readonly float[] StatusWeights = [0.80f, 0.15f, 0.05f];
    private static readonly DateTime FirstBirth = new(1950, 1, 1);
    private static readonly DateTime LastBirth = new(2005, 12, 31);
    private static readonly DateTime FirstVisit = new(2024, 1, 1);
    private static readonly DateTime LastVisit = new(2025, 12, 31);

    public static Faker<User> Create(int seed)
    {
        int lastId = 0;
        return new Faker<User>("en")
            .UseSeed(seed)
            .RuleFor(u => u.Id, _ => ++lastId)
            .RuleFor(u => u.Uid, f => f.Random.Guid())
            .RuleFor(u => u.FirstName, f => f.Name.FirstName())
            .RuleFor(u => u.LastName, f => f.Name.LastName())
            .RuleFor(u => u.Email, (_, u) => $"{u.FirstName}.{u.LastName}{u.Id}@example.com".ToLowerInvariant())
            .RuleFor(u => u.Phone, f => f.Random.Replace("+1-###-###-####"))
            .RuleFor(u => u.BirthDate, f => DateOnly.FromDateTime(f.Date.Between(FirstBirth, LastBirth)))
            .RuleFor(u => u.CreatedAt, f => f.Date.Between(FirstVisit, LastVisit))
            .RuleFor(u => u.Balance, f => Math.Round((decimal)Math.Max(0, Normal(f.Random, 500, 200)), 2))
            .RuleFor(u => u.Status, f => f.Random.WeightedRandom(Statuses, StatusWeights))
            .RuleFor(u => u.IsAdmin, f => f.Random.Bool(0.01f))
            .RuleFor(u => u.Nickname, f => f.Random.Bool(0.05f) ? null : f.Internet.UserName());
    }

    // Bogus has no normal distribution: Box and Muller's.
    private static double Normal(Randomizer random, double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.Double())) * Math.Cos(2 * Math.PI * random.Double()));
}
