package org.vigie.advert;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the model of one form of exploitation makes of one advert: a calibrated probability with
 * reasons, or an abstention.
 *
 * @param form form of exploitation, one of {@link #FORMS}
 * @param outcome what the advert most looks like
 * @param riskProbability calibrated probability of risk in [0, 1]
 * @param outcomes probability of each outcome, summing to 1; empty if the model tells risk alone
 * @param rawScore uncalibrated log-odds: the sum of all contributions
 * @param reasons the strongest contributions, strongest first
 * @param model name and version of the model, such as {@code risk-recruitment-1}
 * @param taxonomy version of the taxonomy
 */
public record Assessment(
    String form,
    Outcome outcome,
    double riskProbability,
    Map<Outcome, Double> outcomes,
    double rawScore,
    List<Reason> reasons,
    String model,
    String taxonomy) {
  /** What a model judges that isn't about one form alone. */
  public static final String OTHER = "other";

  /** The forms that have a model, in the order in which they are shown. */
  public static final List<String> MODELLED =
      List.of("recruitment", "sexual", "forced-criminality", OTHER);

  /** The forms that are told apart of those that the last model judges, where they are said. */
  private static final List<String> OF_OTHER =
      List.of("begging", "organ-removal", "forced-marriage");

  /**
   * The forms of Directive 2011/36/EU as amended that an advert may be assessed for. Of illegal
   * adoption and surrogacy there is none: such an advert takes the minor-risk route.
   */
  public static final List<String> FORMS =
      Stream.of(MODELLED.subList(0, 3), OF_OTHER, List.of(OTHER)).flatMap(List::stream).toList();

  public Assessment {
    if (!(riskProbability >= 0 && riskProbability <= 1)) {
      throw new IllegalArgumentException(
          "riskProbability must be in [0, 1], but was " + riskProbability);
    }
    // An assessment that was written before outcomes were told apart has none.
    outcomes = outcomes == null ? Map.of() : Map.copyOf(outcomes);
    reasons = List.copyOf(reasons);
  }

  /** An assessment by a model that tells risk from all else, and no more. */
  public Assessment(
      String form,
      Outcome outcome,
      double riskProbability,
      double rawScore,
      List<Reason> reasons,
      String model,
      String taxonomy) {
    this(form, outcome, riskProbability, Map.of(), rawScore, reasons, model, taxonomy);
  }

  /** Returns the form whose model judges it. */
  public String modelledForm() {
    return OF_OTHER.contains(form) ? OTHER : form;
  }

  /**
   * Returns what all that is no reason of its own adds to the raw score: the reasons and this are
   * the whole of it.
   */
  public double rest() {
    return rawScore - reasons.stream().mapToDouble(Reason::contribution).sum();
  }
}
