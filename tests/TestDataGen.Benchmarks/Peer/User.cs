using CsvHelper;

namespace TestDataGen.Benchmarks.Peer;

/// <summary>A row of the workload as a user of Bogus and CsvHelper declares it.</summary>
[CsvRecord]
public sealed partial class User
{
    [CsvColumn("id")]
    public int Id { get; set; }

    [CsvColumn("uid")]
    public Guid Uid { get; set; }

    [CsvColumn("first_name")]
    public string FirstName { get; set; } = "";

    [CsvColumn("last_name")]
    public string LastName { get; set; } = "";

    [CsvColumn("email")]
    public string Email { get; set; } = "";

    [CsvColumn("phone")]
    public string Phone { get; set; } = "";

    [CsvColumn("birth_date")]
    [CsvFormat("yyyy-MM-dd")]
    public DateOnly BirthDate { get; set; }

    [CsvColumn("created_at")]
    [CsvFormat("yyyy-MM-dd HH:mm:ss")]
    public DateTime CreatedAt { get; set; }

    [CsvColumn("balance")]
    public decimal Balance { get; set; }

    [CsvColumn("status")]
    public string Status { get; set; } = "";

    [CsvColumn("is_admin")]
    public bool IsAdmin { get; set; }

    [CsvColumn("nickname")]
    public string? Nickname { get; set; }
}
