package org.vigie.pipeline.alert;

import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Finding;
import org.vigie.advert.StrongControl;
import org.vigie.classifier.Taxonomy;

/**
 * The strong signs of control over a person that several adverts of a group say: one that at least
 * two of them say alike, and at least half; or, where texts were worded apart, whichever each says,
 * if at least two say one, and at least a third: of ordinary adverts one in seventy is misread so.
 * One that says it is enough where another nearly does, and half of them do either.
 *
 * <p>One such sign is enough for an alert, whatever else the adverts say: no ordinary offer keeps
 * documents, wages or persons back, and none threatens. A single advert may have been read wrongly;
 * so may copies of one text, all of them alike.
 *
 * @param recurring the signs, those of the most adverts first
 * @param saying how many adverts say one, whichever, at least
 * @param nearly how many others nearly say one, where those are needed; else 0
 */
public record ControlSigns(Recurring recurring, long saying, long nearly) {
  /** The rule that asks for them; where no other holds, an alert has its name. */
  public static final String RULE = "control-signs";

  /** Version of the rule. */
  public static final String VERSION = "5";

  /** What one advert says may be a slip of its reader. */
  private static final long LEAST_ADVERTS = 2;

  /** Of so many adverts one must say a sign, whichever. */
  private static final long ONE_OF = 3;

  /** Of so many adverts one must say a sign or nearly say one. */
  private static final long ONE_NEAR_OF = 2;

  /**
   * Returns those that some adverts say alike.
   *
   * @param counts indicator id → adverts that show it
   * @param adverts how many adverts there are
   */
  public static ControlSigns of(Map<String, Long> counts, long adverts, Taxonomy taxonomy) {
    return of(counts, adverts, 0, 0, taxonomy);
  }

  /**
   * Returns those that some adverts say alike or, where none is, those that enough of them say.
   *
   * @param counts indicator id → adverts that show it
   * @param adverts how many adverts there are
   * @param saying how many of them say one, whichever, at least
   * @param nearly how many others nearly say one
   */
  public static ControlSigns of(
      Map<String, Long> counts, long adverts, long saying, long nearly, Taxonomy taxonomy) {
    Map<String, Long> strong = new TreeMap<>();
    counts.forEach((id, times) -> {
      if (isOne(id) && times >= LEAST_ADVERTS) {
        strong.put(id, times);
      }
    });
    Recurring alike = Recurring.of(strong, adverts, taxonomy);
    boolean enough = saying >= LEAST_ADVERTS && saying * ONE_OF >= adverts;
    long either = saying + nearly;
    boolean nearlyEnough = saying > 0 && either >= LEAST_ADVERTS && either * ONE_NEAR_OF >= adverts;
    if (alike.size() > 0 || !enough && !nearlyEnough) {
      return new ControlSigns(alike, saying, 0);
    }
    Map<String, Long> any = new TreeMap<>(counts);
    any.entrySet().removeIf(entry -> !isOne(entry.getKey()) || entry.getValue() == 0);
    return new ControlSigns(Recurring.any(any, adverts, taxonomy), saying, enough ? 0 : nearly);
  }

  /** Returns of how many adverts of one text it is certain that they say one, whichever. */
  public static long saying(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(entry -> isOne(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  /** Returns whether an indicator is a strong sign of control. */
  public static boolean isOne(String indicator) {
    return StrongControl.isOne(indicator);
  }

  /**
   * Returns whether they call for an alert.
   *
   * @param minAdverts least number of adverts of a group
   */
  public boolean hold(int minAdverts) {
    return recurring.adverts() >= minAdverts && recurring.size() > 0;
  }

  /**
   * Returns whether two adverts alone call for an alert, each of which says one: if they are worded
   * apart, that is no one text misread, and one is no slip.
   */
  public boolean holdOfPair() {
    return recurring.adverts() == LEAST_ADVERTS && saying == LEAST_ADVERTS && recurring.size() > 0;
  }

  /**
   * Returns why they call for an alert.
   *
   * @param kind type of the contact whose adverts they are, or empty
   */
  public Finding reason(String kind) {
    long alike = recurring.rows().getFirst().getValue();
    boolean isSame = alike >= LEAST_ADVERTS && alike * 2 >= recurring.adverts();
    if (nearly > 0) {
      Finding ofAll = Finding.of("near-strong-sign");
      Finding ofOne = Finding.of("near-strong-sign-of-one");
      return with(kind, ofAll, ofOne).with("nearly", nearly).with("adverts", saying);
    }
    Finding ofAll = Finding.of(isSame ? "strong-sign" : "some-strong-sign");
    Finding ofOne = Finding.of(isSame ? "strong-sign-of-one" : "some-strong-sign-of-one");
    return with(kind, ofAll, ofOne).with("adverts", isSame ? alike : saying);
  }

  private Finding with(String kind, Finding ofAll, Finding ofOne) {
    return (kind.isEmpty() ? ofAll : ofOne.with("kind", kind))
        .with("all", recurring.adverts())
        .with("rule", RULE)
        .with("version", VERSION);
  }
}
