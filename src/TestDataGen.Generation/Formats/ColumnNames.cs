using System.Text;
using TestDataGen.Language;

namespace TestDataGen.Generation;

/// <summary>What a column's name says of its values. Names are compared word by word, in any case and style; the longest ending that is known decides.</summary>
internal static class ColumnNames
{
    /// <summary>Endings of a name, and the format of a text column that ends so.</summary>
    public static IReadOnlyDictionary<string, string> Formats { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["first name"] = "first_name", ["firstname"] = "first_name", ["given name"] = "first_name", ["forename"] = "first_name", ["fname"] = "first_name",
        ["middle name"] = "first_name", ["last name"] = "last_name", ["lastname"] = "last_name", ["surname"] = "last_name", ["family name"] = "last_name", ["lname"] = "last_name",
        ["full name"] = "full_name", ["fullname"] = "full_name", ["name"] = "full_name", ["display name"] = "full_name", ["contact"] = "full_name", ["contact name"] = "full_name",
        ["author"] = "full_name", ["owner"] = "full_name", ["salutation"] = "name_prefix", ["prefix"] = "name_prefix", ["gender"] = "gender", ["sex"] = "sex",
        ["job title"] = "job_title", ["title"] = "job_title", ["position"] = "job_title", ["occupation"] = "job_title", ["profession"] = "job_title",
        ["user name"] = "user_name", ["username"] = "user_name", ["login"] = "user_name", ["nickname"] = "user_name", ["nick name"] = "user_name", ["handle"] = "user_name",
        ["email"] = "email", ["e mail"] = "email", ["mail"] = "email", ["email address"] = "email", ["mail address"] = "email",
        ["phone"] = "phone", ["phone number"] = "phone", ["telephone"] = "phone", ["tel"] = "phone", ["mobile"] = "phone", ["cell"] = "phone", ["fax"] = "phone",
        ["ssn"] = "ssn", ["password"] = "password", ["pwd"] = "password",
        ["address"] = "street_address", ["street address"] = "street_address", ["address line 1"] = "street_address", ["address1"] = "street_address", ["street"] = "street_name",
        ["address line 2"] = "secondary_address", ["address2"] = "secondary_address", ["house number"] = "building_number", ["city"] = "city", ["town"] = "city", ["city name"] = "city",
        ["state"] = "state", ["province"] = "state", ["region"] = "state", ["state code"] = "state_code", ["county"] = "county", ["country"] = "country",
        ["country name"] = "country", ["country code"] = "country_code", ["nationality"] = "country_code", ["zip"] = "postcode", ["zip code"] = "postcode", ["zipcode"] = "postcode",
        ["postcode"] = "postcode", ["postal code"] = "postcode", ["plz"] = "postcode", ["timezone"] = "time_zone", ["time zone"] = "time_zone",
        ["company"] = "company_name", ["company name"] = "company_name", ["organization"] = "company_name", ["organisation"] = "company_name", ["employer"] = "company_name",
        ["vendor"] = "company_name", ["supplier"] = "company_name", ["manufacturer"] = "company_name", ["brand"] = "company_name", ["supplier name"] = "company_name",
        ["department"] = "business_unit", ["department name"] = "business_unit", ["division"] = "business_unit", ["team"] = "business_unit", ["category"] = "department", ["category name"] = "department",
        ["product"] = "product_name", ["product name"] = "product_name", ["item name"] = "product_name", ["slogan"] = "catch_phrase", ["color"] = "color", ["colour"] = "color",
        ["material"] = "product_material", ["sku"] = "sku", ["barcode"] = "ean13", ["ean"] = "ean13", ["gtin"] = "ean13", ["isbn"] = "isbn13", ["imei"] = "imei", ["vin"] = "vin",
        ["license plate"] = "license_plate", ["tracking number"] = "tracking_number", ["currency"] = "currency_code", ["currency code"] = "currency_code", ["iban"] = "iban", ["bic"] = "bic", ["swift"] = "bic",
        ["account number"] = "account_number", ["credit card"] = "credit_card", ["card number"] = "credit_card", ["credit card number"] = "credit_card", ["cvv"] = "cvv", ["tax id"] = "tax_id", ["vat id"] = "tax_id", ["vat number"] = "tax_id",
        ["url"] = "url", ["website"] = "url", ["web site"] = "url", ["homepage"] = "url", ["link"] = "url", ["domain"] = "domain_name", ["ip"] = "ipv4", ["ip address"] = "ipv4", ["ipv6"] = "ipv6", ["mac"] = "mac",
        ["mac address"] = "mac", ["user agent"] = "user_agent", ["mime type"] = "mime_type", ["content type"] = "mime_type", ["file name"] = "file_name", ["filename"] = "file_name",
        ["slug"] = "slug", ["hash"] = "hash_sha256", ["checksum"] = "hash_sha256", ["version"] = "semantic_version", ["uuid"] = "uuid", ["guid"] = "uuid",
        ["description"] = "lorem_sentence", ["notes"] = "lorem_sentence", ["note"] = "lorem_sentence", ["comment"] = "lorem_sentence", ["comments"] = "lorem_sentence", ["remark"] = "lorem_sentence",
        ["summary"] = "lorem_sentence", ["message"] = "lorem_sentence", ["body"] = "lorem_paragraph", ["content"] = "lorem_paragraph", ["bio"] = "lorem_paragraph", ["subject"] = "lorem_words",
        ["language"] = "language_code", ["lang"] = "language_code", ["language code"] = "language_code", ["locale"] = "locale_code", ["culture"] = "locale_code", ["latitude"] = "latitude", ["longitude"] = "longitude",
        ["status"] = "status", ["order status"] = "order_status", ["payment method"] = "payment_method", ["shipping method"] = "shipping_method", ["priority"] = "priority", ["severity"] = "priority",
        ["log level"] = "log_level", ["environment"] = "environment", ["browser"] = "browser", ["os"] = "operating_system", ["operating system"] = "operating_system", ["device"] = "device_type", ["device type"] = "device_type",
        ["unit"] = "unit", ["uom"] = "unit", ["size"] = "clothing_size", ["hostname"] = "host_name", ["host name"] = "host_name", ["host"] = "host_name", ["server"] = "host_name", ["path"] = "file_path", ["file path"] = "file_path",
        ["image"] = "image_url", ["image url"] = "image_url", ["photo url"] = "image_url", ["avatar"] = "image_url", ["avatar url"] = "image_url", ["serial number"] = "serial_number", ["serial"] = "serial_number", ["upc"] = "upc",
        ["invoice number"] = "invoice_number", ["invoice no"] = "invoice_number", ["promo code"] = "promo_code", ["coupon"] = "promo_code", ["coupon code"] = "promo_code", ["api key"] = "api_key", ["industry"] = "industry", ["sector"] = "industry",
        ["blood type"] = "blood_type", ["marital status"] = "marital_status", ["diagnosis"] = "diagnosis", ["medication"] = "medication", ["allergy"] = "allergy", ["specialty"] = "medical_specialty", ["degree"] = "education", ["education"] = "education",
        ["license plate number"] = "license_plate", ["plate number"] = "license_plate", ["ip v4"] = "ipv4", ["continent"] = "continent", ["error message"] = "error_message", ["method"] = "http_method", ["http method"] = "http_method",
        ["make"] = "vehicle_manufacturer", ["vehicle model"] = "vehicle_model", ["job"] = "job_title", ["file"] = "file_name", ["app name"] = "app_name", ["headline"] = "title", ["book title"] = "title", ["article title"] = "title", ["post title"] = "title",
        ["currency symbol"] = "currency_symbol", ["routing number"] = "routing_number", ["isin"] = "isin", ["ticker"] = "stock_symbol", ["symbol"] = "stock_symbol", ["account name"] = "account_name", ["account type"] = "account_type",
        ["transaction type"] = "transaction_type", ["hash tag"] = "hashtag", ["hashtag"] = "hashtag", ["token"] = "hash_sha256", ["etag"] = "hash_md5", ["commit"] = "hash_sha1", ["tag"] = "lorem_word", ["keyword"] = "lorem_word",
    };

    // Stands for the year of the run's clock.
    private const double ThisYear = double.PositiveInfinity;

    // Endings of names and the range of a number; days before the run's clock for dates.
    private static readonly Dictionary<string, (double Low, double High)> Numbers = new(StringComparer.Ordinal)
    {
        ["age"] = (18, 90), ["quantity"] = (1, 10), ["qty"] = (1, 10), ["stock"] = (0, 500), ["rating"] = (1, 5), ["stars"] = (1, 5), ["score"] = (0, 100), ["percent"] = (0, 100), ["percentage"] = (0, 100),
        ["discount"] = (0, 30), ["rate"] = (0, 100), ["year"] = (1950, ThisYear), ["month"] = (1, 12), ["day"] = (1, 28), ["hour"] = (0, 23), ["minute"] = (0, 59), ["latitude"] = (-90, 90), ["lat"] = (-90, 90),
        ["longitude"] = (-180, 180), ["lon"] = (-180, 180), ["lng"] = (-180, 180), ["price"] = (1, 500), ["unit price"] = (1, 500), ["amount"] = (1, 2000), ["total"] = (1, 2000), ["cost"] = (1, 500), ["fee"] = (1, 50), ["tax"] = (0, 100),
        ["balance"] = (0, 10000), ["salary"] = (30000, 150000), ["income"] = (20000, 200000), ["weight"] = (1, 100), ["height"] = (1, 200), ["width"] = (1, 200), ["length"] = (1, 200), ["temperature"] = (-20, 40),
        ["humidity"] = (0, 100), ["pressure"] = (980, 1040), ["size"] = (1, 1000), ["count"] = (0, 100), ["priority"] = (1, 5), ["level"] = (1, 10), ["port"] = (1024, 65535), ["duration"] = (1, 3600),
    };

    private static readonly Dictionary<string, (int From, int To)> DaysAgo = new(StringComparer.Ordinal)
    {
        ["birth date"] = (90 * 365, 18 * 365), ["birthdate"] = (90 * 365, 18 * 365), ["date of birth"] = (90 * 365, 18 * 365), ["birthday"] = (90 * 365, 18 * 365), ["dob"] = (90 * 365, 18 * 365), ["born"] = (90 * 365, 18 * 365),
        ["hire date"] = (15 * 365, 30), ["hired"] = (15 * 365, 30), ["joined"] = (15 * 365, 30), ["expires at"] = (-1, -1095), ["expiry date"] = (-1, -1095), ["expires"] = (-1, -1095), ["due date"] = (-1, -90), ["valid until"] = (-1, -1095),
        ["last login"] = (60, 0), ["last seen"] = (60, 0), ["updated at"] = (60, 0), ["modified at"] = (60, 0),
    };

    /// <summary>The format of a text column, or null.</summary>
    public static string? FormatFor(string column) => Find(Formats, column, out string? format) ? format : null;

    /// <summary>The range of a numeric or date column, or null.</summary>
    /// <param name="column">The name.</param>
    /// <param name="type">The type, in whose literals the range is given.</param>
    /// <param name="now">The run's clock.</param>
    public static ColumnRange? RangeFor(string column, DataType type, DateTime now)
    {
        if (type.HasDate)
        {
            if (!Find(DaysAgo, column, out (int From, int To) days))
                return null;
            DateTime from = now.AddDays(-days.From);
            DateTime to = now.AddDays(-days.To);
            return type.Kind == TypeKind.Date ? new ColumnRange(DateOnly.FromDateTime(from), DateOnly.FromDateTime(to)) : new ColumnRange(from, to);
        }

        if (!type.IsNumeric || !Find(Numbers, column, out (double Low, double High) range))
            return null;
        // What does not fit the type says nothing.
        double greatest = type.Kind switch
        {
            TypeKind.Decimal => Math.Pow(10, type.Precision - type.Scale) - 1,
            TypeKind.SmallInt => short.MaxValue,
            _ => double.MaxValue,
        };
        double high = Math.Min(range.High == ThisYear ? now.Year : range.High, greatest);
        double low = Math.Max(range.Low, -greatest);
        if (type.IsInteger)
            return new ColumnRange((long)low, (long)high);
        return type.Kind == TypeKind.Decimal ? new ColumnRange((decimal)low, (decimal)high) : new ColumnRange(low, high);
    }

    private static bool Find<T>(IReadOnlyDictionary<string, T> table, string column, out T? found)
    {
        string[] words = Words(column);
        for (int first = 0; first < words.Length; first++)
        {
            if (table.TryGetValue(string.Join(' ', words[first..]), out found))
                return true;
        }

        found = default;
        return false;
    }

    /// <summary>The words of a name in lower case: of snake_case, kebab-case, camelCase, PascalCase.</summary>
    public static string[] Words(string name)
    {
        var words = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool isNewWord = i > 0 && char.IsUpper(c) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && char.IsUpper(name[i - 1])));
            if (isNewWord || !char.IsLetterOrDigit(c))
                words.Append(' ');
            if (char.IsLetterOrDigit(c))
                words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
