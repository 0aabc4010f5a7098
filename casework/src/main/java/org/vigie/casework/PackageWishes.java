package org.vigie.casework;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.PartnerFormat;

/**
 * The exports that are to leave as evidence packages of cases. They are asked for, granted,
 * declined and lapse as any other export; this keeps what is to be packed, and how.
 */
public final class PackageWishes {
  /** Stands in the place of a format: no adverts are taken out in it. */
  public static final String FORMAT = "evidence";

  /** Makes the table. */
  public static final List<String> SCHEMA = schema();

  private final CaseDatabase database;
  private final Clock clock;

  public PackageWishes(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns whether an export is to leave as an evidence package. */
  public static boolean isPackage(ExportRequest request) {
    return request.format().equals(FORMAT);
  }

  /**
   * Asks for a package.
   *
   * @param query what finds all adverts of it, for whoever is to grant it
   * @return the number of the export
   */
  public long ask(String account, PackageWish wish, String query, String recipient, String why) {
    return database.transact(db -> {
      long id;
      try (PreparedStatement insert =
          db.prepareStatement(ExportRequests.INSERT + " RETURNING id")) {
        fill(insert, clock.instant().toString(), account, query, FORMAT, recipient, why);
        try (ResultSet row = insert.executeQuery()) {
          row.next();
          id = row.getLong("id");
        }
      }
      insert(db, id, wish);
      return id;
    });
  }

  private static void insert(Connection db, long id, PackageWish wish) throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement("INSERT INTO package_wish VALUES (?, ?, ?, ?, ?, ?)")) {
      fill(
          insert,
          id,
          wish.caseId(),
          wish.language(),
          wish.marking().label(),
          wish.keepUntil() == null ? "" : wish.keepUntil().toString(),
          String.join(" ", wish.ids()));
      insert.executeUpdate();
    }
    if (wish.pictures()) {
      insert(db, "INSERT INTO package_pictures VALUES (?)", id);
    }
    for (PartnerFormat format : wish.formats()) {
      insert(db, "INSERT INTO package_format VALUES (?, ?)", id, format.label());
    }
    if (!wish.readers().isNobody()) {
      insert(db, "INSERT INTO package_readers VALUES (?, ?)", id, wish.readers().pem());
    }
  }

  private static void insert(Connection db, String sql, Object... values) throws SQLException {
    try (PreparedStatement insert = db.prepareStatement(sql)) {
      fill(insert, values);
      insert.executeUpdate();
    }
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Returns what is to be packed of an export; nothing if it is no package. */
  public Optional<PackageWish> find(long export) {
    return database
        .list(
            "SELECT *, export_request IN (SELECT export_request FROM package_pictures) AS pictures"
                + " FROM package_wish LEFT JOIN package_readers USING (export_request)"
                + " WHERE export_request = ?",
            row -> wish(row, formats(export)),
            export)
        .stream()
        .findFirst();
  }

  /** Returns the numbers of the exports that are packages of a case, the newest first. */
  public List<Long> ofCase(String caseId) {
    return database.list(
        "SELECT export_request FROM package_wish WHERE case_id = ? ORDER BY export_request DESC",
        row -> row.getLong("export_request"),
        caseId);
  }

  private List<PartnerFormat> formats(long export) {
    return database
        .list(
            "SELECT format FROM package_format WHERE export_request = ?",
            row -> row.getString("format"),
            export)
        .stream()
        .flatMap(label -> PartnerFormat.named(label).stream())
        .sorted()
        .toList();
  }

  private static PackageWish wish(ResultSet row, List<PartnerFormat> formats) throws SQLException {
    @Nullable String certificates = row.getString("certificates");
    @Nullable String keepUntil = row.getString("keep_until");
    return new PackageWish(
        row.getString("case_id"),
        row.getString("language"),
        Tlp.parse(row.getString("marking")),
        keepUntil == null || keepUntil.isEmpty() ? null : LocalDate.parse(keepUntil),
        row.getBoolean("pictures"),
        formats,
        Recipients.parse(
            certificates == null ? new byte[0] : certificates.getBytes(StandardCharsets.US_ASCII)),
        List.of(row.getString("ids").split(" ", -1)));
  }

  private static List<String> schema() {
    List<String> schema = new ArrayList<>(ExportRequests.SCHEMA);
    schema.addAll(
        AppendOnly.table(
            "package_wish",
            "export_request INTEGER PRIMARY KEY REFERENCES export_request (id), case_id TEXT NOT"
                + " NULL, language TEXT NOT NULL, marking TEXT NOT NULL, keep_until TEXT NOT NULL,"
                + " ids TEXT NOT NULL"));
    // Tables of their own, since case databases of earlier releases have the one above already.
    schema.addAll(
        AppendOnly.table(
            "package_pictures",
            "export_request INTEGER PRIMARY KEY REFERENCES export_request (id)"));
    schema.addAll(
        AppendOnly.table(
            "package_format",
            "export_request INTEGER NOT NULL REFERENCES export_request (id), format TEXT NOT NULL,"
                + " PRIMARY KEY (export_request, format)"));
    schema.addAll(
        AppendOnly.table(
            "package_readers",
            "export_request INTEGER PRIMARY KEY REFERENCES export_request (id), certificates TEXT"
                + " NOT NULL"));
    return List.copyOf(schema);
  }
}
