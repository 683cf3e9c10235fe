using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Companies and how they speak.</summary>
internal static class CompanyFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("company_name", "company", "A company with its legal form.", l => l.Domain("company", "name")),
        new("company_suffix", "company", "A legal form: Inc, GmbH.", l => l.Domain("company", "suffix")),
        new("catch_phrase", "company", "What a company says of its product.", l => Join(l.Domain("company", "adjective"), Of(" "), l.Domain("company", "descriptor"), Of(" "), l.Domain("company", "noun"))),
        new("business_phrase", "company", "What a company says that it does.", l => Join(l.Domain("company", "bs_verb"), Of(" "), l.Domain("company", "bs_adjective"), Of(" "), l.Domain("company", "bs_noun"))),
        new("business_unit", "company", "A department of a company.", _ => Of(
            "Accounting", "Customer Service", "Engineering", "Facilities", "Finance", "Human Resources", "IT", "Legal", "Logistics", "Marketing", "Procurement", "Production", "Quality", "Research", "Sales", "Security")),
        new("industry", "company", "A line of business.", _ => Of(
            "Agriculture", "Automotive", "Banking", "Chemicals", "Construction", "Consulting", "Education", "Energy", "Food", "Health Care", "Hospitality", "Insurance", "Logistics", "Manufacturing", "Media",
            "Mining", "Pharmaceuticals", "Real Estate", "Retail", "Software", "Telecommunications", "Textiles", "Tourism", "Transport", "Utilities")),
        new("employee_number", "company", "E and six digits.", _ => Pattern("E######")),
    ];
}
