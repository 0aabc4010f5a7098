package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a sentence may say of a person's situation or of an offer: rows of the taxonomy that say
 * much the same, counted together.
 */
public enum Family {
  /** Identity documents are kept by the other side. */
  DOCUMENTS_KEPT("LX-07"),
  /** An identity document is asked for before there is a contract. */
  DOCUMENTS_DEMANDED("RC-07"),
  /** A debt must be worked off. */
  DEBT("LX-09", "RC-06"),
  /** The worker pays, beforehand or out of wages. */
  FEE("RC-06", "FI-04"),
  /** Wages are kept back or never paid. */
  WAGES("LX-08"),
  /** The person may not leave, or is watched. */
  MOVEMENT("LX-03", "SX-09", "LX-04"),
  /** The person is kept from others. */
  ISOLATION("LX-04", "LX-03"),
  /** The person or the family is threatened or hurt. */
  THREATS("LX-06", "LX-05"),
  /** Work, pay or place are other than promised. */
  DECEIVED("LX-02"),
  /** Conditions are degrading or hours without end. */
  CONDITIONS("LX-10", "LX-11"),
  /** Online work abroad with housing, as in scam compounds. */
  COMPOUND("RC-16", "OT-03"),
  /** Begging, theft or transport for others. */
  CRIME("OT-03", "OT-07"),
  /** A way across a border outside the rules. */
  ROUTE("RC-17"),
  /** Papers are arranged, or there is no contract. */
  PAPERS("RC-13", "RC-12"),
  /** An organ is offered, sought or paid for. */
  ORGAN("OT-01"),
  /** A child changes hands for money, or is carried for others. */
  CHILD("OT-02", "OT-05"),
  /** Marriage for status or payment, or by force. */
  MARRIAGE("OT-04", "OT-06"),
  /** Somebody else speaks for the persons offered. */
  THIRD_PARTY("OA-04", "OA-03", "OA-07"),
  /** Need, debts, refuge or status are aimed at or used. */
  NEED("LX-01", "RC-11");

  private final List<String> rows;

  Family(String... rows) {
    this.rows = List.of(rows);
  }

  /** Returns its name in files, such as {@code documents-kept}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the ids of its rows; the first stands where no frame tells which of them it is. */
  public List<String> rows() {
    return rows;
  }

  /** Returns the row that stands where no frame tells which one it is. */
  public String mainRow() {
    return rows.get(0);
  }

  /**
   * Returns whether it is one of the strong signs of control: documents, debt, freedom, wages,
   * threats.
   */
  public boolean isStrongControl() {
    return switch (this) {
      case DOCUMENTS_KEPT, DEBT, WAGES, MOVEMENT, THREATS -> true;
      default -> false;
    };
  }

  /** Returns the family that a row is counted with; nothing if with none. */
  public static Optional<Family> ofRow(String row) {
    return Arrays.stream(values())
        .filter(family -> family.mainRow().equals(row))
        .findFirst()
        .or(() ->
            Arrays.stream(values()).filter(family -> family.rows().contains(row)).findFirst());
  }

  /** Returns the family of a name in files. */
  public static Optional<Family> of(String label) {
    return Arrays.stream(values()).filter(family -> family.label().equals(label)).findFirst();
  }
}
