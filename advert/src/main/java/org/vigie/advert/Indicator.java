package org.vigie.advert;

import java.util.List;

/**
 * A published warning sign found in an advert or a cluster: evidence, never proof.
 *
 * @param id row of the taxonomy, such as {@code RC-07}
 * @param name the row's name, such as {@code identity document demanded early}
 * @param category the row's category, such as {@code control}
 * @param grade how well it is supported
 * @param scored whether it may add risk: some rows are only shown
 * @param spans where in the advert's text it was found; empty if it comes from fields or a cluster
 * @param detail what was found, in English words that name no person and quote no contact
 * @param finding the same as a code with arguments; none if an earlier release wrote it
 */
public record Indicator(
    String id,
    String name,
    String category,
    EvidenceGrade grade,
    boolean scored,
    List<Span> spans,
    String detail,
    Finding finding) {
  public Indicator {
    spans = List.copyOf(spans);
    finding = finding == null ? Finding.NONE : finding;
  }

  /** An indicator whose detail is told in English alone, as an earlier release wrote it. */
  public Indicator(
      String id,
      String name,
      String category,
      EvidenceGrade grade,
      boolean scored,
      List<Span> spans,
      String detail) {
    this(id, name, category, grade, scored, spans, detail, Finding.NONE);
  }

  /** Returns it where it was found as well. */
  public Indicator at(List<Span> found) {
    return new Indicator(id, name, category, grade, scored, found, detail, finding);
  }

  /** The category of the signs that a person may be a minor, or a child may change hands. */
  public static final String MINOR_RISK = "minor-risk route";

  /** The category of the signs that speak against exploitation. */
  public static final String EXCULPATORY = "exculpatory";

  /** Its wording is explicit. */
  private static final String EXPLICIT = IndicatorIds.ABSENCE_OF_SAFEGUARDS;

  /** Returns whether its wording is hidden where nobody asked to read the advert's text. */
  public boolean masked() {
    return minorRisk() || id.equals(EXPLICIT);
  }

  /** Returns whether it sets the minor-risk flag, which it does instead of adding risk. */
  public boolean minorRisk() {
    return category.equals(MINOR_RISK);
  }

  /** Returns whether it speaks against exploitation, which is never scored as risk. */
  public boolean exculpatory() {
    return category.equals(EXCULPATORY);
  }

  /** Returns id and name with grade and category. */
  public String described() {
    return id + " " + name + " (" + grade.symbol() + ", " + category + ")";
  }
}
