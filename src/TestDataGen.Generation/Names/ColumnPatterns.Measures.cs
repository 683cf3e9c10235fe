namespace TestDataGen.Generation;

/// <summary>Numbers, days, and yes or no.</summary>
internal static partial class ColumnPatterns
{
    private const int Year = 365;

    private static IReadOnlyList<ColumnPattern> Measures =>
    [
        new("quantity, qty, pieces, pcs, units", "-menge, stück, stückzahl", "quantité, qté", "cantidad, unidades") { Number = (1, 10) },
        new("count, counter, num items, number items, hits, views, clicks, visits, likes, total count", "-anzahl, zähler, aufrufe", "nombre total, compteur, vues, visites, nombre articles", "conteo, contador, visitas, vistas, recuento") { Number = (0, 100) },
        new("stock, stock quantity, inventory, on hand, stock level, units stock, in stock", "-bestand, lagerbestand, lagermenge", "stock, inventaire", "existencias, stock, inventario") { Number = (0, 500), True = 0.85 },
        new("rank, ranking, place rank", "rang, rangfolge", "rang, classement", "rango, clasificación") { Number = (1, 100) },
        new("sort order, display order, sort, ordinal, seq, sequence number, position number, line number, line no, row number", "reihenfolge, sortierung, positionsnummer, zeilennummer, laufende nummer, posnr", "ordre, ordre tri, numéro ligne", "orden visualización, posición, número línea") { Number = (1, 100) },
        new("rating, stars, star rating", "bewertung, sterne", "notation, étoiles, évaluation", "valoración, estrellas, puntuación") { Number = (1, 5) },
        new("score, points, test score", "punkte, punktzahl", "score, points", "puntos, puntaje") { Number = (0, 100) },
        new("grade, mark", "schulnote, zensur", "note scolaire", "calificación") { Number = (1, 6) },
        new("level", "stufe", "niveau", "nivel") { Text = "priority", Number = (1, 10) },
        new("percent, percentage, pct, rate, share, ratio, progress, completion", "prozent, prozentsatz, -anteil, -quote, fortschritt", "pourcentage, taux, part", "porcentaje, tasa, proporción, progreso") { Number = (0, 100) },
        new("probability, confidence", "wahrscheinlichkeit", "probabilité", "probabilidad") { Number = (0, 1) },
        new("year, model year, build year, production year, year built, release year", "-jahr, baujahr", "année, an", "año, anio") { Years = (-30, 0) },
        new("birth year, year birth", "geburtsjahr", "année naissance", "año nacimiento") { Years = (-90, -18) },
        new("month", "-monat", "mois", "mes") { Number = (1, 12) },
        new("day, day month", "kalendertag", "jour", "día") { Number = (1, 28) },
        new("hour", "stunde", "heure", "hora") { Number = (0, 23), Hours = (0, 24) },
        new("minute", "minute", "minute", "minuto") { Number = (0, 59) },
        new("week, calendar week, week number", "kalenderwoche, kw, woche", "semaine", "semana") { Number = (1, 52) },
        new("duration, duration seconds, elapsed, seconds, runtime, length seconds", "-dauer, sekunden", "durée, secondes", "duración, segundos") { Number = (1, 3_600) },
        new("hours, hours worked, working hours, work hours", "stunden, arbeitsstunden, arbeitszeit", "heures, heures travaillées", "horas, horas trabajadas") { Number = (1, 40) },
        new("minutes", "minuten", "", "minutos") { Number = (1, 240) },
        new("days", "tage", "jours, délai", "días, plazo") { Number = (1, 60) },
        new("latency, response time, latency ms", "antwortzeit, latenz", "temps réponse, latence", "latencia, tiempo respuesta") { Number = (1, 2_000) },
        new("weight, weight kg, mass", "-gewicht", "poids, masse", "peso") { Number = (1, 100) },
        new("height", "-höhe, körpergröße", "hauteur", "altura, alto, estatura") { Number = (1, 200) },
        new("height, size", "größe", "taille", "altura, estatura") { Number = (150, 200), Text = "clothing_size", Of = "person" },
        new("width", "-breite", "largeur", "ancho, anchura") { Number = (1, 200) },
        new("length", "länge", "longueur", "largo") { Number = (1, 200) },
        new("depth", "tiefe", "profondeur", "profundidad, fondo") { Number = (1, 100) },
        new("area, square meters, square feet, floor area, surface", "-fläche, wohnfläche, quadratmeter", "surface, superficie", "superficie, metros cuadrados") { Number = (20, 300) },
        new("volume, capacity", "volumen, kapazität, fassungsvermögen", "volume, capacité", "volumen, capacidad") { Number = (1, 1_000) },
        new("speed, velocity", "geschwindigkeit", "vitesse", "velocidad") { Number = (0, 200) },
        new("altitude, elevation", "meereshöhe", "altitude", "altitud") { Number = (0, 3_000) },
        new("temperature, temp", "temperatur", "température", "temperatura") { Number = (-20, 40) },
        new("humidity", "luftfeuchtigkeit, feuchtigkeit", "humidité", "humedad") { Number = (0, 100) },
        new("pressure, air pressure", "luftdruck", "pression", "presión") { Number = (980, 1_040) },
        new("voltage", "-spannung", "tension", "voltaje, tensión") { Number = (200, 250) },
        new("power, watts", "-leistung", "puissance", "potencia") { Number = (0, 5_000) },
        new("population, inhabitants", "einwohner, einwohnerzahl, bevölkerung", "habitants, nombre habitants", "habitantes, número habitantes") { Number = (500, 1_000_000) },
        new("rooms, bedrooms, bathrooms, floor, floors", "zimmer, zimmeranzahl, etage, stockwerk", "nombre pièces, chambres, étage", "habitaciones, dormitorios, planta") { Number = (1, 6) },
        new("seats, places", "sitzplätze, plätze", "places, sièges", "asientos, plazas") { Number = (1, 200) },
        new("children count, dependents, number children", "kinderzahl", "nombre enfants", "hijos, número hijos") { Number = (0, 4) },
        new("attempts, retries, retry count", "versuche", "tentatives, essais", "intentos") { Number = (0, 5) },
        new("blood pressure, systolic", "blutdruck", "tension artérielle", "presión arterial") { Number = (100, 160) },
        new("pages, page count, number pages", "seiten, seitenzahl", "nombre pages", "páginas, número páginas") { Number = (50, 800) },
        new("bmi, body mass index", "", "imc", "") { Number = (18, 35) },
        new("heart rate, pulse, bpm", "herzfrequenz, puls", "fréquence cardiaque, pouls", "frecuencia cardíaca, pulso") { Number = (50, 110) },
    ];

    // What comes before and what comes after lie apart, so that a row is right although no column knows of the others.
    private static IReadOnlyList<ColumnPattern> Times =>
    [
        new("birth date, birthdate, date birth, birthday, dob, born, birth", "geburtsdatum, geburtstag, geboren", "date naissance, naissance, anniversaire, né", "fecha nacimiento, nacimiento, cumpleaños") { Days = (-90 * Year, -18 * (Year + 1)) },
        new("death date, date death, died, deceased", "todesdatum, sterbedatum", "date décès, décès", "fecha muerte, fallecimiento, fecha defunción") { Days = (-10 * Year, 0), True = 0.05 },
        new("hire date, hired, date hired, employment date, employed since, joining date", "einstellungsdatum, eintrittsdatum, eintritt", "date embauche, embauche", "fecha contratación, contratación, fecha alta") { Days = (-15 * Year, -60) },
        new("termination date, leaving date, exit date", "austrittsdatum, kündigungsdatum", "date départ, date sortie", "fecha baja, fecha salida") { Days = (-59, 0) },
        new(
            "created, creation date, date created, create date, create time, created time, inserted, added, date added, registered, registration date, registered since, signup, signup date, sign up date, signed up, joined, date joined, member since, customer since, first seen, entry date, opened",
            "erstellt, erstelldatum, erstellungsdatum, angelegt, anlagedatum, registriert, registrierungsdatum, erfasst, erfassungsdatum, kunde seit, mitglied seit",
            "créé, créée, date création, création, ajouté, date ajout, date inscription, inscription, inscrit",
            "creado, creada, fecha creación, alta, fecha registro, registrado, fecha inscripción") { Days = (-2 * Year, -60), True = 0.9 },
        new(
            "updated, update date, date updated, last update, last updated, modified, modified date, date modified, last modified, modification date, changed, last change, last changed, edited, last login, last seen, last active, last activity, last access, last accessed, last visit, logged in, synced, "
            + "last sync",
            "aktualisiert, aktualisierungsdatum, geändert, änderungsdatum, letzte änderung, bearbeitet, letzter login, letzte anmeldung, letzter zugriff",
            "modifié, modifiée, date modification, mis à jour, mise à jour, date mise à jour, dernière connexion, dernier accès, dernière modification",
            "actualizado, actualizada, fecha actualización, modificado, fecha modificación, último acceso, última conexión, última modificación") { Days = (-59, 0), True = 0.5 },
        new("date, day date, transaction date, booking date, posting date, event date, visit date, entry time, event time, timestamp, time stamp, occurred, measured, recorded, received, sent, logged, posted", "-datum, zeitstempel, zeitpunkt, gemessen, gebucht, empfangen, gesendet", "date, horodatage, date opération, envoyé, reçu", "fecha, fecha hora, enviado, recibido, fecha operación") { Days = (-2 * Year, 0), True = 0.9 },
        new("order date, ordered, date ordered, purchase date, purchased, date purchase, placed, invoice date, invoiced, bill date, sale date, sold", "bestelldatum, bestellt, kaufdatum, auftragsdatum, rechnungsdatum, verkaufsdatum, bestellt am", "date commande, commandé, date achat, date facture, date vente", "fecha pedido, fecha compra, fecha factura, fecha venta, pedido el") { Days = (-2 * Year, -30), True = 0.9 },
        new("paid, payment date, date paid, paid date", "bezahlt, zahlungsdatum, zahldatum", "payé, date paiement", "pagado, fecha pago") { Days = (-29, 0), True = 0.8 },
        new("shipped, ship date, shipping date, date shipped, shipped date, dispatched", "versendet, versandt, versanddatum", "expédié, date expédition", "enviado fecha, fecha envío") { Days = (-29, -11), True = 0.7 },
        new("delivered, delivery date, date delivered, delivered date", "geliefert, zugestellt, lieferdatum", "livré, date livraison", "entregado, fecha entrega") { Days = (-10, 0), True = 0.6 },
        new(
            "deleted, archived, closed, completed, finished, resolved, cancelled, canceled, returned, refunded, date closed, close date, completion date, date completed, deletion date, cancellation date, removed, revoked",
            "gelöscht, archiviert, geschlossen, abgeschlossen, erledigt, storniert, gekündigt, beendet, entfernt, löschdatum",
            "supprimé, archivé, fermé, terminé, clôturé, annulé, résolu, date suppression, date clôture",
            "eliminado, borrado, archivado, cerrado, terminado, cancelado, resuelto, finalizado, anulado, fecha cierre, fecha baja definitiva") { Days = (-59, 0), True = 0.08 },
        new("approved, confirmed, verified, accepted, validated, published, reviewed, email verified, email confirmed, phone verified, activated, approval date, date approved", "genehmigt, bestätigt, verifiziert, akzeptiert, geprüft, veröffentlicht, freigegeben, aktiviert", "approuvé, confirmé, vérifié, accepté, validé, publié", "aprobado, confirmado, verificado, aceptado, validado, publicado, activado") { Days = (-59, 0), True = 0.85 },
        new("started, start date, start, starts, begin date, begins, valid from, effective date, effective from, from date, since", "anfangsdatum, startdatum, beginn, gültig ab, gültig von, seit", "date début, début, valable du", "fecha inicio, inicio, válido desde, desde") { Days = (-2 * Year, -60), True = 0.8 },
        new("end date, ends, end, valid until, valid to, until, to date, effective to", "enddatum, ende, gültig bis", "date fin, fin, valable jusqu", "fecha fin, fin, válido hasta, hasta") { Days = (1, 3 * Year) },
        new("expires, expiry date, expiration date, expiry, expire date, expiration, best before, warranty until, renewal date, renews", "ablaufdatum, verfallsdatum, verfällt, haltbar bis, garantie bis", "date expiration, expiration, expire, date péremption", "fecha caducidad, fecha expiración, vencimiento, caduca, expira, fecha vencimiento") { Days = (1, 3 * Year) },
        new("due date, due, deadline, date due, target date, scheduled, scheduled date, appointment, appointment date, next date, next run, departure, departure date, required date, check in date, arrival date, expected date", "fällig, fälligkeitsdatum, fälligkeit, frist, termin, abgabetermin, zieldatum, abreise, anreise", "date échéance, échéance, rendez vous, date limite, date prévue, date départ prévue", "fecha límite, fecha prevista, cita, fecha cita, plazo límite") { Days = (1, 90) },
        new("release date, released, publication date, publish date, date published, founded, founding date, established, construction date", "erscheinungsdatum, gründungsdatum, gegründet, veröffentlichungsdatum", "date parution, date publication, date sortie film, fondé", "fecha publicación, fecha lanzamiento, fundado, fecha fundación") { Days = (-20 * Year, -60), True = 0.8 },
        new("opening time, opens, open time, start time, begin time, check in time", "öffnungszeit, öffnet, startzeit, anfangszeit", "heure ouverture, heure début", "hora apertura, hora inicio") { Hours = (7, 10), Days = (-2 * Year, -60), Text = "time_of_day" },
        new("closing time, closes, close time, end time, finish time, check out time", "schließzeit, schließt, endzeit", "heure fermeture, heure fin", "hora cierre, hora fin") { Hours = (16, 21), Days = (-59, 0), Text = "time_of_day" },
        new("time, time day", "uhrzeit", "heure jour", "hora día") { Text = "time_of_day", Hours = (0, 24) },
    ];

    private static IReadOnlyList<ColumnPattern> Flags =>
    [
        new("active, enabled, valid, is current, current, alive, working", "aktiv, freigeschaltet, gültig", "actif", "activo, activa, habilitado, vigente, válido") { True = 0.9 },
        new("inactive, disabled, not active, invalid, suspended, blocked, locked, banned, frozen, expired, is expired, lockout", "inaktiv, deaktiviert, gesperrt, ungültig, abgelaufen", "inactif, désactivé, bloqué, suspendu", "inactivo, desactivado, bloqueado, suspendido, caducado, expirado") { True = 0.05 },
        new("admin, administrator, superuser, is staff, staff, moderator, root", "administrator, ist admin", "administrateur", "administrador") { True = 0.03 },
        new("test, is test, demo, dummy, spam, fraud, fraudulent, duplicate, sandbox", "testdaten, betrug, duplikat", "fraude, doublon, essai", "prueba, fraude, duplicado") { True = 0.02 },
        new("failed, failure, has error, has errors, broken, overdue, late", "fehlgeschlagen, defekt, überfällig, verspätet", "échoué, en retard, retard", "fallido, atrasado, con retraso") { True = 0.08 },
        new("success, succeeded, successful, passed", "erfolgreich, bestanden", "réussi, succès", "exitoso, aprobada, éxito") { True = 0.92 },
        new("visible, public, available, online, searchable, taxable, is open", "sichtbar, öffentlich, verfügbar, lieferbar, vorrätig", "visible, disponible, public, en ligne", "visible, disponible, público, en existencia, en línea") { True = 0.85 },
        new("hidden, private, draft, internal, confidential, discontinued, obsolete, deprecated", "versteckt, vertraulich, entwurf, veraltet", "caché, privé, confidentiel, brouillon, obsolète", "oculto, privado, confidencial, borrador, obsoleto") { True = 0.1 },
        new("featured, premium, vip, favorite, favourite, pinned, starred, on sale, bestseller, flagged, default, primary, main", "hervorgehoben, favorit, standard, bevorzugt, empfohlen", "favori, en promotion, mis en avant, par défaut, principal", "destacado, favorito, en oferta, predeterminado, principal") { True = 0.15 },
        new("newsletter, subscribed, opt in, opted in, marketing consent, newsletter subscribed, receives newsletter, marketing opt in", "abonniert, newsletter abonniert, einwilligung", "abonné newsletter, consentement, abonné", "suscrito, boletín, consentimiento") { True = 0.4 },
        new("terms accepted, accepted terms, agb accepted, gdpr consent, privacy accepted", "agb akzeptiert, datenschutz akzeptiert", "cgv acceptées", "términos aceptados") { True = 0.98 },
        new("married, has children, smoker, retired, self employed", "verheiratet, raucher", "marié, fumeur, retraité", "casado, fumador, jubilado") { True = 0.4 },
        new("required, mandatory", "pflicht, pflichtfeld, erforderlich", "obligatoire, requis", "obligatorio, requerido") { True = 0.3 },
        new("read, seen, viewed, opened mail", "gelesen", "lu, vu", "leído, visto") { True = 0.7 },
        new("two factor enabled, mfa, mfa enabled, two factor, 2fa", "zwei faktor", "double authentification", "doble factor") { True = 0.3 },
    ];
}
