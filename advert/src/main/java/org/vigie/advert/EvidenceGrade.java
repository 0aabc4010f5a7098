package org.vigie.advert;

/** How well an indicator is supported by published evidence. */
public enum EvidenceGrade {
  /** Tested against known outcomes, predictive. */
  TESTED_PREDICTIVE("T+", true),
  /** Tested, not predictive: shown, never scored. */
  TESTED_NOT_PREDICTIVE("T0", false),
  /** Tested, counter-indicative: shown, never scored. */
  TESTED_COUNTER_INDICATIVE("T-", false),
  /** Expert consensus. */
  EXPERT("E", true),
  /** Used in published research. */
  RESEARCH("R", true),
  /** Hypothesis. */
  HYPOTHESIS("H", true);

  private final String symbol;
  private final boolean scored;

  EvidenceGrade(String symbol, boolean scored) {
    this.symbol = symbol;
    this.scored = scored;
  }

  /** Returns the short form used in the taxonomy, such as {@code T+}. */
  public String symbol() {
    return symbol;
  }

  /** Returns whether an indicator of this grade may add risk. */
  public boolean mayAddRisk() {
    return scored;
  }

  /**
   * Returns the grade that a symbol names.
   *
   * @throws IllegalArgumentException if none does
   */
  public static EvidenceGrade parse(String symbol) {
    for (EvidenceGrade grade : values()) {
      if (grade.symbol.equals(symbol)) {
        return grade;
      }
    }
    throw new IllegalArgumentException(
        "an evidence grade must be one of T+, T0, T-, E, R, H, but was '" + symbol + "'");
  }
}
