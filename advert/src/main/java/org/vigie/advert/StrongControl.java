package org.vigie.advert;

import java.util.Set;

/**
 * The strong signs of control over a person: documents kept, debt to work off, wages withheld, no
 * freedom to leave, threats. Of the indicators of forced labour (ILO, 2012) they are those that
 * offers don't show by themselves.
 */
public final class StrongControl {
  /** Ids of their rows. */
  public static final Set<String> ROWS =
      Set.of(
          IndicatorIds.RETENTION_OF_IDENTITY_DOCUMENTS,
          IndicatorIds.DEBT_BONDAGE,
          IndicatorIds.WITHHOLDING_OF_WAGES,
          IndicatorIds.RESTRICTION_OF_MOVEMENT,
          IndicatorIds.INTIMIDATION_AND_THREATS);

  private StrongControl() {}

  /** Returns whether a row is one of them. */
  public static boolean isOne(String row) {
    return ROWS.contains(row);
  }
}
