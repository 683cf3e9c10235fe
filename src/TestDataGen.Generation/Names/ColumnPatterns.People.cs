namespace TestDataGen.Generation;

/// <summary>People and places.</summary>
internal static partial class ColumnPatterns
{
    private static IReadOnlyList<ColumnPattern> People =>
    [
        new("first name, given name, forename, fname, name first", "vorname, rufname", "prénom", "nombre pila, primer nombre") { Text = "first_name" },
        new("middle name", "zweiter vorname", "deuxième prénom", "segundo nombre") { Text = "first_name, initials" },
        new("last name, surname, family name, lname, name last, maiden name, birth name", "nachname, familienname, zuname, geburtsname", "nom famille, nom naissance, patronyme", "apellido, apellidos, primer apellido, segundo apellido") { Text = "last_name" },
        new("", "", "nom") { Text = "last_name", Of = "person" },
        new("", "", "", "nombre") { Text = "first_name", Of = "person" },
        new("name", "-name") { Text = "full_name, last_name, initials", Of = "person" },
        new(
            "full name, display name, legal name, contact person, customer, client, employee, author, owner, manager, recipient, receiver, sender, ship to name, ship name, bill to name, by, created by, updated by, modified by, approved by, assigned to, assignee, salesperson, sales rep, driver, "
            + "doctor, patient, student, teacher, instructor",
            "vollname, ansprechpartner, kontaktperson, kunde, mitarbeiter, autor, inhaber, eigentümer, empfänger, absender, bearbeiter, erstellt von, geändert von, vorgesetzter, fahrer, arzt, lehrer, verantwortlicher",
            "nom complet, nom prénom, prénom nom, contact, employé, auteur, propriétaire, destinataire, expéditeur, responsable, vendeur, créé par, modifié par, médecin",
            "nombre completo, nombre y apellidos, contacto, cliente, empleado, autor, propietario, destinatario, remitente, responsable, vendedor, creado por, modificado por, médico") { Text = "full_name, last_name, initials" },
        new("initials", "initialen", "initiales", "iniciales") { Text = "initials" },
        new("salutation, name prefix, honorific, courtesy title", "anrede", "civilité", "tratamiento") { Text = "name_prefix" },
        new("name suffix", "namenszusatz", "", "") { Text = "name_suffix" },
        new("gender", "", "genre", "género") { Text = "gender, sex", Number = (0, 2) },
        new("sex", "geschlecht", "sexe", "sexo") { Text = "sex", Number = (0, 1) },
        new("age", "alter, lebensalter", "âge", "edad") { Number = (18, 90) },
        new("title", "titel", "titre", "título") { Text = "job_title", Of = "person" },
        new("job title, job, position, occupation, profession, job position, job name", "beruf, berufsbezeichnung, stelle, tätigkeit", "métier, profession, fonction, poste, emploi", "profesión, ocupación, puesto, cargo, oficio") { Text = "job_title, job_type" },
        new("marital status, civil status", "familienstand", "état civil, situation familiale", "estado civil") { Text = "marital_status" },
        new("education, degree, qualification", "abschluss, ausbildung, bildungsabschluss", "diplôme, formation", "estudios, titulación, formación") { Text = "education" },
        new("blood type, blood group", "blutgruppe", "groupe sanguin", "grupo sanguíneo, tipo sangre") { Text = "blood_type" },
        new("user name, login, login name, nickname, nick, handle, screen name, user", "benutzername, benutzerkennung, anmeldename, spitzname, benutzer", "nom utilisateur, identifiant, pseudo, utilisateur, surnom", "nombre usuario, usuario, apodo, alias usuario") { Text = "user_name" },
        new("password, passwd, pwd", "passwort, kennwort", "mot passe, mdp", "contraseña, clave acceso") { Text = "password" },
        new("email, email address, mail, mail address, email id", "-email, -emailadresse, mailadresse", "courriel, adresse email, adresse mail, mél, adresse électronique", "correo, correo electrónico, dirección correo") { Text = "email" },
        new(
            "phone, phone number, phone no, telephone, telephone number, tel, mobile, mobile number, mobile phone, cell, cell phone, cellphone, fax, fax number, landline, contact number",
            "-telefon, -telefonnummer, telefonnr, telnr, handy, handynummer, mobil, mobilnummer, rufnummer, festnetz, faxnummer",
            "téléphone, numéro téléphone, tél, portable, mobile, télécopie, fixe, gsm",
            "teléfono, número teléfono, móvil, celular, teléfono móvil, tlf, tfno") { Text = "phone", Number = (2_010_000_000, 9_989_999_999) },
        new("ssn, social security number, national id", "sozialversicherungsnummer, svnr", "numéro sécurité sociale, nir", "número seguridad social, nss") { Text = "ssn", Number = (900_000_000, 999_999_999) },
        new("passport, passport number, passport no, identity card number", "passnummer, reisepassnummer, ausweisnummer, personalausweisnummer", "numéro passeport, passeport", "pasaporte, número pasaporte") { Text = "passport_number" },
        new("dni, nif", "", "", "documento identidad") { Text = "dni" },
        new("employee number, employee no, staff number, personnel number, badge number", "personalnummer, mitarbeiternummer", "matricule", "número empleado") { Text = "employee_number", Number = (1, 99_999) },
        new("nationality, citizenship", "nationalität, staatsangehörigkeit", "nationalité", "nacionalidad") { Text = "country_code" },
        new("native language, language, lang, language code", "-sprache, sprachcode, muttersprache", "langue", "idioma, lengua") { Text = "language_code" },
        new("diagnosis", "diagnose", "diagnostic", "diagnóstico") { Text = "diagnosis" },
        new("medication, medicine, drug", "medikament, arznei", "médicament", "medicamento, medicina") { Text = "medication" },
        new("dosage, dose", "dosis, dosierung", "dosage, posologie", "dosis, posología") { Text = "dosage" },
        new("allergy, allergies", "allergie, allergien", "allergie", "alergia") { Text = "allergy" },
        new("specialty, speciality, medical specialty", "fachrichtung, fachgebiet", "spécialité", "especialidad") { Text = "medical_specialty" },
        new("icd, icd code, icd10", "", "code cim", "") { Text = "icd10" },
    ];

    private static IReadOnlyList<ColumnPattern> Places =>
    [
        new("address, street address, address line 1, address line, addr, street and number", "-adresse, -anschrift, adresszeile 1, straße hausnummer, straße hausnr", "adresse, adresse postale, ligne adresse 1", "dirección, domicilio, dirección postal") { Text = "street_address, street_name" },
        new("full address, complete address", "vollständige adresse", "adresse complète", "dirección completa") { Text = "full_address, street_address, street_name" },
        new("address line 2, street address 2, address 2", "adresszusatz, adresszeile 2", "complément adresse, ligne adresse 2, adresse 2", "dirección 2, complemento dirección") { Text = "secondary_address" },
        new("street, street name", "-straße, straßenname, strassenname", "rue, voie, nom rue", "calle, nombre calle, vía") { Text = "street_name" },
        new("house number, house no, street number, street no, building number", "hausnummer, hausnr", "numéro rue, numéro voie", "número casa, número calle, número exterior, número portal") { Text = "building_number", Number = (1, 200) },
        new("apartment, apt, suite, flat, unit number", "wohnung", "appartement", "apartamento, piso, departamento número") { Text = "secondary_address", Number = (1, 200) },
        new("city, town, city name, municipality, birth place, place birth, birthplace, hometown", "-stadt, ort, wohnort, geburtsort, ortschaft, gemeinde, ortsname", "ville, commune, localité, lieu naissance, nom ville", "ciudad, localidad, municipio, población, lugar nacimiento") { Text = "city" },
        new("state, state name", "", "", "estado") { Text = "state, state_code", Of = "person, company, place, city, state, country" },
        new("province, federal state, us state, region, state province, billing state, shipping state, mailing state, home state, birth state, ship state, bill state", "bundesland, kanton", "région, province", "provincia, región, comunidad autónoma") { Text = "state, state_code" },
        new("state code, region code, state abbreviation, province code", "", "", "código provincia") { Text = "state_code" },
        new("county, district", "landkreis, kreis, bezirk", "département, arrondissement, canton", "distrito, comarca") { Text = "county, state_code" },
        new("country, country name, nation", "land, ländername, herkunftsland, geburtsland, heimatland, wohnland, staat", "pays, nom pays", "país, nombre país") { Text = "country, country_code3, country_code" },
        new("country code, country iso, iso country code, country iso code, country iso2", "ländercode, länderkürzel, länderkennzeichen, landcode", "code pays", "código país") { Text = "country_code" },
        new("country code 3, country iso 3, iso3, alpha 3", "", "", "") { Text = "country_code3, country_code" },
        new("continent", "kontinent, erdteil", "continent", "continente") { Text = "continent" },
        new("zip, zip code, postcode, postal code, post code, zip postal code", "plz, postleitzahl", "code postal, cp", "código postal, c p") { Text = "postcode", Number = (10_000, 99_999) },
        new("latitude, lat", "breitengrad", "", "latitud") { Text = "latitude", Number = (-90, 90) },
        new("longitude, lon, lng, long", "längengrad", "", "longitud") { Text = "longitude", Number = (-180, 180) },
        new("coordinates, coords, geo location, lat lon, gps", "koordinaten", "coordonnées", "coordenadas") { Text = "coordinates" },
        new("timezone, time zone, tz", "zeitzone", "fuseau horaire", "zona horaria, huso horario") { Text = "time_zone" },
        new("direction, heading", "richtung, himmelsrichtung", "direction", "rumbo") { Text = "direction", Number = (0, 359) },
        new("airport, airport code, iata, origin airport, destination airport", "flughafen", "aéroport", "aeropuerto") { Text = "airport_code" },
        new("destination, origin", "zielort, startort, abfahrtsort, ankunftsort", "destination, origine", "destino, origen") { Text = "city" },
    ];
}
