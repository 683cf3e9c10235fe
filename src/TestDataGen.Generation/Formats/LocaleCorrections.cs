namespace TestDataGen.Generation;

/// <summary>
/// Lists that stand in for Bogus's own: where a locale lacks a list and English texts would be mixed with the language's (a street "Πέτρος Causeway"), or where a list is wrong.
/// In the texts, # is a digit and ! one from 2, as in Bogus.
/// </summary>
internal static class LocaleCorrections
{
    private static readonly string[] HouseNumbers = ["!", "!#", "1##"];

    private static readonly Dictionary<(string Locale, string List), string[]> Lists = new()
    {
        // The family name comes first and without a space; Bogus has it the other way round.
        [("zh_CN", "name.name")] = ["#{last_name}#{first_name}"],
        [("zh_TW", "name.name")] = ["#{last_name}#{first_name}"],
        [("ja", "name.name")] = ["#{last_name} #{first_name}"],
        [("ko", "name.name")] = ["#{last_name}#{first_name}"],
        [("vi", "name.name")] = ["#{last_name} #{first_name}"],
        [("ne", "address.postcode")] = ["4####", "3####"],
        [("ne", "address.building_number")] = HouseNumbers,
        [("el", "address.street_name")] = ["Οδός #{Name.last_name}", "Λεωφόρος #{Name.last_name}", "Πλατεία #{Name.last_name}"],
        [("el", "address.street_address")] = ["#{street_name} #{building_number}"],
        [("el", "address.building_number")] = HouseNumbers,
        [("el", "address.postcode")] = ["### ##"],
        [("el", "address.city")] =
            ["Αθήνα", "Θεσσαλονίκη", "Πάτρα", "Ηράκλειο", "Λάρισα", "Βόλος", "Ιωάννινα", "Χανιά", "Χαλκίδα", "Καλαμάτα", "Καβάλα", "Ρόδος", "Κέρκυρα", "Τρίπολη", "Σέρρες", "Κοζάνη"],
        [("fi", "address.street_name")] = ["#{street_root}#{street_suffix}"],
        [("fi", "address.street_root")] =
            ["Koulu", "Kirkko", "Asema", "Puisto", "Kauppa", "Mannerheimin", "Aleksanterin", "Hämeen", "Ranta", "Metsä", "Mäki", "Koivu", "Kuusi", "Satama", "Tehtaan", "Torni"],
        [("fi", "address.street_suffix")] = ["katu", "tie", "kuja", "polku"],
        [("fi", "address.street_address")] = ["#{street_name} #{building_number}"],
        [("fi", "address.building_number")] = HouseNumbers,
        [("fi", "address.postcode")] = ["#####"],
        [("fi", "address.city")] =
            ["Helsinki", "Espoo", "Tampere", "Vantaa", "Oulu", "Turku", "Jyväskylä", "Lahti", "Kuopio", "Pori", "Kouvola", "Joensuu", "Lappeenranta", "Hämeenlinna", "Vaasa", "Rovaniemi"],
        [("fi", "phone_number.formats")] = ["040 ### ####", "050 ### ####", "+358 40 ### ####", "09 ### ####"],
        [("ja", "address.street_suffix")] = ["町", "通り", "台", "本町"],
        [("ja", "address.street_address")] = ["#{street_name}!丁目!-#{building_number}", "#{street_name}!-!#-!"],
        [("ja", "address.building_number")] = ["!", "!#"],
        [("ko", "address.street_address")] = ["#{street_name} #{building_number}"],
        [("ko", "address.building_number")] = HouseNumbers,
        [("vi", "address.street_name")] = ["đường #{Name.last_name} #{Name.first_name}", "phố #{Name.first_name}"],
        [("vi", "address.street_address")] = ["#{building_number} #{street_name}"],
        [("vi", "address.building_number")] = HouseNumbers,
        [("pt_BR", "address.street_name")] = ["#{street_suffix} #{Name.first_name} #{Name.last_name}"],
        [("pt_BR", "address.street_address")] = ["#{street_name}, #{building_number}"],
        [("pt_BR", "address.building_number")] = HouseNumbers,
        [("en_IND", "address.city")] =
            ["Mumbai", "Delhi", "Bengaluru", "Hyderabad", "Ahmedabad", "Chennai", "Kolkata", "Pune", "Jaipur", "Lucknow", "Kanpur", "Nagpur", "Indore", "Bhopal", "Patna", "Kochi", "Surat", "Vadodara"],
    };

    /// <summary>The list that a locale has instead of Bogus's, or null.</summary>
    public static IReadOnlyList<string>? Find(string locale, string category, string path) =>
        Lists.GetValueOrDefault((locale, $"{category}.{path}"));
}
