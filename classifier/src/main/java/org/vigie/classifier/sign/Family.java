package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.IndicatorIds;
import org.vigie.advert.StrongControl;

/**
 * What a sentence may say of a person's situation or of an offer: rows of the taxonomy that say
 * much the same, counted together.
 */
public enum Family {
  /** Identity documents are kept by the other side. */
  DOCUMENTS_KEPT(IndicatorIds.RETENTION_OF_IDENTITY_DOCUMENTS),
  /** An identity document is asked for before there is a contract. */
  DOCUMENTS_DEMANDED(IndicatorIds.IDENTITY_DOCUMENT_DEMANDED_EARLY),
  /** A debt must be worked off. */
  DEBT(IndicatorIds.DEBT_BONDAGE, IndicatorIds.FEE_OR_WAGE_DEDUCTION),
  /** The worker pays, beforehand or out of wages. */
  FEE(IndicatorIds.FEE_OR_WAGE_DEDUCTION, IndicatorIds.DEPOSIT_OR_PREPAID_INSTRUMENTS),
  /** Wages are kept back or never paid. */
  WAGES(IndicatorIds.WITHHOLDING_OF_WAGES),
  /** The person may not leave, or is watched. */
  MOVEMENT(
      IndicatorIds.RESTRICTION_OF_MOVEMENT,
      IndicatorIds.RESTRICTED_PLACE_OF_WORK,
      IndicatorIds.ISOLATION),
  /** The person is kept from others. */
  ISOLATION(IndicatorIds.ISOLATION, IndicatorIds.RESTRICTION_OF_MOVEMENT),
  /** The person or the family is threatened or hurt. */
  THREATS(IndicatorIds.INTIMIDATION_AND_THREATS, IndicatorIds.PHYSICAL_AND_SEXUAL_VIOLENCE),
  /** Work, pay or place are other than promised. */
  DECEIVED(IndicatorIds.DECEPTION),
  /** Conditions are degrading or hours without end. */
  CONDITIONS(IndicatorIds.ABUSIVE_CONDITIONS, IndicatorIds.EXCESSIVE_OVERTIME),
  /** Online work abroad with housing, as in scam compounds. */
  COMPOUND(IndicatorIds.COMPOUND_STYLE_JOB, IndicatorIds.FORCED_BEGGING_OR_CRIMINALITY),
  /** Begging, theft or transport for others. */
  CRIME(IndicatorIds.FORCED_BEGGING_OR_CRIMINALITY),
  /** A way across a border outside the rules. */
  ROUTE(IndicatorIds.ROUTE_ADVERTISED),
  /** Papers are arranged, or there is no contract. */
  PAPERS(IndicatorIds.PAPERS_ARRANGED, IndicatorIds.NO_CONTRACT),
  /** An organ is offered, sought or paid for. */
  ORGAN(IndicatorIds.ORGAN_OFFERED_OR_SOUGHT),
  /** A child changes hands for money, or is carried for others. */
  CHILD(IndicatorIds.CHILD_TRANSFER),
  /** Marriage for status or payment, or by force. */
  MARRIAGE(IndicatorIds.MARRIAGE_FOR_STATUS),
  /** Somebody else speaks for the persons offered. */
  THIRD_PARTY(
      IndicatorIds.THIRD_PARTY_VOICE,
      IndicatorIds.SEVERAL_PERSONS_OFFERED,
      IndicatorIds.AGENCY_OR_MANAGER_WORDING),
  /** Need, debts, refuge or status are aimed at or used. */
  NEED(IndicatorIds.ABUSE_OF_VULNERABILITY, IndicatorIds.GROUP_TARGETING);

  private static final Map<String, Optional<Family>> OF_ROW = byRow();

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
    return StrongControl.isOne(mainRow());
  }

  /** Returns the family that a row is counted with; nothing if with none. */
  public static Optional<Family> ofRow(String row) {
    return OF_ROW.getOrDefault(row, Optional.empty());
  }

  /** A row is counted with the family whose main row it is, else with the first that has it. */
  private static Map<String, Optional<Family>> byRow() {
    Map<String, Optional<Family>> byRow = new HashMap<>();
    for (Family family : values()) {
      byRow.put(family.mainRow(), Optional.of(family));
    }
    for (Family family : values()) {
      family.rows().forEach(row -> byRow.putIfAbsent(row, Optional.of(family)));
    }
    return Map.copyOf(byRow);
  }

  /** Returns the family of a name in files. */
  public static Optional<Family> of(String label) {
    return Arrays.stream(values()).filter(family -> family.label().equals(label)).findFirst();
  }
}
