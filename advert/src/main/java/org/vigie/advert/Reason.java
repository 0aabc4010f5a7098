package org.vigie.advert;

import java.util.List;

/**
 * One part of a risk: what was found, and how far it moved the raw score.
 *
 * @param feature what was found, in English words
 * @param contribution its share of the raw score in log-odds; above 0 raises the risk
 * @param spans where in the advert's text; empty if it comes from fields
 * @param finding the feature as a code with arguments; none if an earlier release wrote it
 */
public record Reason(String feature, double contribution, List<Span> spans, Finding finding) {
  private static final String SIGN = "feature-sign";

  /**
   * Code of the finding that a sign is nearly said: it has the row as {@code sign}, and how
   * probable it is as {@code probability}.
   */
  public static final String NEAR_SIGN = "feature-near-sign";

  public Reason {
    spans = List.copyOf(spans);
    finding = finding == null ? Finding.NONE : finding;
  }

  /** A reason whose feature is told in English alone, as an earlier release wrote it. */
  public Reason(String feature, double contribution, List<Span> spans) {
    this(feature, contribution, spans, Finding.NONE);
  }

  /** Returns it with what the same feature adds elsewhere, and where it was found there. */
  public Reason joined(Reason same) {
    return new Reason(
        feature, contribution + same.contribution, Span.joined(spans, same.spans), finding);
  }

  /** Returns whether it is the weight of a warning sign. */
  public boolean isOfSign(String indicator) {
    return finding.code().equals(SIGN)
        ? indicator.equals(finding.arguments().get("sign"))
        : feature.equals("indicator " + indicator);
  }

  /** Returns the feature that a warning sign is. */
  public static Finding sign(String indicator) {
    return Finding.of(SIGN).with("sign", indicator);
  }
}
