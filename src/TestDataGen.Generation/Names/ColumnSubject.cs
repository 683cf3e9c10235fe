namespace TestDataGen.Generation;

/// <summary>
/// Whose column it is: told by the word before its name (<c>customer_name</c>), or else by the table's name (<c>name</c> in <c>customers</c>).
/// Plurals need not be listed.
/// </summary>
/// <param name="Name">As patterns name it.</param>
/// <param name="English">Words in English, …</param>
/// <param name="German">… in German,</param>
/// <param name="French">… in French,</param>
/// <param name="Spanish">… in Spanish.</param>
internal sealed record ColumnSubject(string Name, string English, string German, string French, string Spanish)
{
    /// <summary>The subjects.</summary>
    public static IReadOnlyList<ColumnSubject> All { get; } =
    [
        new("person",
            "person, people, user, customer, client, employee, staff, worker, contact, member, student, pupil, teacher, professor, instructor, trainer, coach, patient, doctor, physician, nurse, author, writer, owner, manager, supervisor, "
            + "driver, agent, guest, visitor, candidate, applicant, subscriber, buyer, seller, sender, receiver, recipient, assignee, reporter, creator, actor, director, player, parent, child, children, spouse, resident, citizen, holder, cardholder, "
            + "beneficiary, participant, attendee, passenger, borrower, lender, friend, admin, administrator, speaker, artist, salesperson, rep, approver, reviewer, editor, voter, donor, tourist, investor",
            "kunde, benutzer, nutzer, mitarbeiter, angestellte, angestellter, kontakt, ansprechpartner, mitglied, schüler, lehrer, dozent, arzt, ärzte, autor, verfasser, besitzer, eigentümer, inhaber, fahrer, gast, gäste, besucher, bewerber, käufer, verkäufer, "
            + "absender, empfänger, teilnehmer, vorgesetzter, betreuer, mieter, vermieter, passagier, bearbeiter, ersteller, abonnent",
            "personne, utilisateur, employé, salarié, contact, membre, étudiant, élève, enseignant, professeur, médecin, auteur, propriétaire, chauffeur, conducteur, invité, visiteur, candidat, client, acheteur, vendeur, expéditeur, destinataire, "
            + "participant, responsable, locataire, passager, abonné, adhérent",
            "persona, usuario, cliente, empleado, trabajador, contacto, miembro, estudiante, alumno, profesor, maestro, paciente, médico, autor, propietario, dueño, conductor, invitado, visitante, candidato, comprador, vendedor, remitente, "
            + "destinatario, participante, responsable, inquilino, pasajero, suscriptor, socio"),
        new("company",
            "company, firm, organization, organisation, org, business, vendor, supplier, manufacturer, employer, brand, merchant, partner, bank, agency, corporation, enterprise, publisher, carrier, tenant, school, university, hospital, clinic, hotel, restaurant",
            "firma, firmen, unternehmen, lieferant, hersteller, anbieter, händler, marke, arbeitgeber, betrieb, verlag, spediteur, schule, krankenhaus",
            "entreprise, société, fournisseur, fabricant, marque, employeur, éditeur, transporteur, école, hôpital",
            "empresa, compañía, sociedad, organización, proveedor, fabricante, marca, empleador, transportista, escuela, banco"),
        new("product", "product, item, goods, merchandise", "produkt, artikel, ware", "produit", "producto, artículo, mercancía"),
        new("order", "order, purchase, shipment", "bestellung, auftrag, aufträge, lieferung", "commande, achat", "pedido, compra, orden"),
        new("invoice", "invoice", "rechnung", "facture", "factura"),
        new("account", "account", "konto, konten", "compte", "cuenta"),
        new("place", "address, location, place, site, warehouse, store, shop, branch, office, property, building, venue", "adresse, standort, lager, filiale, gebäude", "adresse, lieu, magasin, entrepôt, succursale, bâtiment", "dirección, direcciones, lugar, tienda, almacén, sucursal, edificio"),
        new("city", "city, town", "stadt, städte, ort", "ville, commune", "ciudad, ciudades, municipio"),
        new("state", "state, province, region", "bundesland, bundesländer, kanton", "région, province", "provincia, región, comunidad"),
        new("country", "country", "land, länder", "pays", "país, países"),
        new("department", "department, division, team", "abteilung, bereich", "service, équipe", "departamento, equipo"),
        new("category", "category", "kategorie, warengruppe", "catégorie, rayon", "categoría"),
        new("currency", "currency", "währung", "devise, monnaie", "moneda, divisa"),
        new("language", "language", "sprache", "langue", "idioma"),
        new("file", "file, document, attachment", "datei, dokument, anhang", "fichier", "archivo, fichero, documento"),
        new("server", "server, host, machine, node", "rechner", "serveur", "servidor"),
        new("app", "app, application, program, software", "programm, anwendung", "logiciel", "aplicación"),
        new("vehicle", "vehicle, car, truck", "fahrzeug, auto, wagen", "véhicule, voiture", "vehículo, coche"),
        new("device", "device", "gerät", "appareil", "dispositivo"),
        new("transaction", "transaction, booking, payment", "buchung, zahlung", "opération, paiement", "transacción, pago"),
    ];
}
