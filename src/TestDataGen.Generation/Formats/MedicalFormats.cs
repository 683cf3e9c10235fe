using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Hospitals and patients.</summary>
internal static class MedicalFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("medical_specialty", "medical", "What a physician is for.", _ => Of(
            "Anesthesiology", "Cardiology", "Dermatology", "Emergency Medicine", "Endocrinology", "Gastroenterology", "General Practice", "Geriatrics", "Gynecology", "Hematology", "Nephrology", "Neurology", "Oncology",
            "Ophthalmology", "Orthopedics", "Otolaryngology", "Pathology", "Pediatrics", "Psychiatry", "Pulmonology", "Radiology", "Rheumatology", "Surgery", "Urology")),
        new("medication", "medical", "A medicine by its international name.", _ => Of(
            "Acetaminophen", "Allopurinol", "Amlodipine", "Amoxicillin", "Atorvastatin", "Azithromycin", "Bisoprolol", "Cetirizine", "Ciprofloxacin", "Clopidogrel", "Diclofenac", "Doxycycline", "Furosemide", "Gabapentin",
            "Ibuprofen", "Insulin Glargine", "Levothyroxine", "Lisinopril", "Losartan", "Metformin", "Metoprolol", "Omeprazole", "Pantoprazole", "Prednisone", "Ramipril", "Rosuvastatin", "Salbutamol", "Sertraline", "Simvastatin", "Warfarin")),
        new("dosage", "medical", "How much of a medicine: 50 mg.", _ => Join(Of("5", "10", "20", "25", "40", "50", "75", "100", "200", "250", "400", "500"), Of(" mg"))),
        new("allergy", "medical", "What somebody can't bear.", _ => Of("none", "dust mites", "eggs", "fish", "gluten", "latex", "milk", "nuts", "peanuts", "penicillin", "pollen", "shellfish", "soy", "sulfonamides")),
        new("diagnosis", "medical", "An illness in words.", _ => Of(
            "Acute bronchitis", "Allergic rhinitis", "Anemia", "Anxiety disorder", "Asthma", "Atrial fibrillation", "Back pain", "Chronic kidney disease", "Concussion", "Depression", "Eczema", "Gastritis", "Gout",
            "Hyperlipidemia", "Hypertension", "Hypothyroidism", "Influenza", "Migraine", "Osteoarthritis", "Pneumonia", "Psoriasis", "Sinusitis", "Tonsillitis", "Type 2 diabetes", "Urinary tract infection")),
        new("patient_number", "medical", "P and eight digits.", _ => Pattern("P########")),
    ];
}
