package org.vigie.advert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead that a rule or a stored query asks a person to look at.
 *
 * <p>There is one per subject and kind of rule, which grows with its subject.
 *
 * @param id {@code w-} and 20 hexadecimal digits, derived from what raises it, its version and the
 *     subject
 * @param rule name of the rule or stored query; where several rules hold, the first of them
 * @param ruleVersion its version
 * @param subject id of the advert, cluster or network it is about, or {@link Contact#key}
 * @param severity how soon to look at it
 * @param at event time of the newest evidence
 * @param headline one line that says what was found
 * @param reasons one line each, strongest first
 * @param evidence where the signs that are named stand, an example each
 * @param channel label of the channel that most of its adverts stand in, or empty
 * @param baseRate how common such a lead is there; null until it is read from an index, since it
 *     moves with every cluster
 * @param model versions of the models it rests on, or empty
 * @param taxonomy version of the taxonomy it rests on
 * @param lines headline and reasons as codes with arguments, in this order; none if an earlier
 *     release wrote it, which knew them in English alone
 */
public record Alert(
    String id,
    String rule,
    String ruleVersion,
    String subject,
    Severity severity,
    Instant at,
    String headline,
    List<String> reasons,
    List<Evidence> evidence,
    String channel,
    @Nullable BaseRate baseRate,
    String model,
    String taxonomy,
    List<AlertLine> lines) {
  public Alert {
    reasons = List.copyOf(reasons);
    // An alert that was written before evidence was kept has none.
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    channel = channel == null ? "" : channel;
    lines = lines == null ? List.of() : List.copyOf(lines);
    requireLineForEach(id, rule, reasons, lines);
  }

  /** None is as good: then the words alone are shown. */
  private static void requireLineForEach(
      String id, String rule, List<String> reasons, List<AlertLine> lines) {
    if (!lines.isEmpty() && lines.size() != 1 + reasons.size()) {
      throw new IllegalArgumentException(
          "alert %s of %s must have 1 line for its headline and 1 for each of its reasons (%d), %d in all or none, but has %d: %s"
              .formatted(
                  id,
                  rule,
                  reasons.size(),
                  1 + reasons.size(),
                  lines.size(),
                  lines.stream().map(AlertLine::code).toList()));
    }
  }

  /** An alert that is told in English alone, as an earlier release wrote it. */
  public Alert(
      String id,
      String rule,
      String ruleVersion,
      String subject,
      Severity severity,
      Instant at,
      String headline,
      List<String> reasons,
      List<Evidence> evidence,
      String channel,
      @Nullable BaseRate baseRate,
      String model,
      String taxonomy) {
    this(
        id,
        rule,
        ruleVersion,
        subject,
        severity,
        at,
        headline,
        reasons,
        evidence,
        channel,
        baseRate,
        model,
        taxonomy,
        List.of());
  }

  /** Returns how many different strong signs of control it quotes, 0 to 5. */
  public long strongSigns() {
    return evidence.stream()
        .map(Evidence::indicator)
        .filter(StrongControl::isOne)
        .distinct()
        .count();
  }

  /** Returns how many adverts its headline counts; 0 if it doesn't say. */
  public long advertsCounted() {
    String counted = lines.isEmpty() ? null : lines.getFirst().arguments().get("adverts");
    return counted != null && counted.matches("\\d{1,18}") ? Long.parseLong(counted) : 0;
  }

  /** Returns the same alert with other examples, such as those that may be shown. */
  public Alert withEvidence(List<Evidence> shown) {
    return copy(at, headline, reasons, shown, baseRate, lines);
  }

  /** Returns the same alert, told of less: of the adverts that may be shown. */
  public Alert retold(
      Instant newest,
      String shownHeadline,
      List<String> shownReasons,
      List<AlertLine> shownLines,
      List<Evidence> shown) {
    return copy(newest, shownHeadline, shownReasons, shown, baseRate, shownLines);
  }

  /** Returns it with one reason more, of which an alert without lines keeps the words alone. */
  public Alert because(String reason, AlertLine line) {
    List<String> moreReasons = new ArrayList<>(reasons);
    moreReasons.add(reason);
    List<AlertLine> moreLines = new ArrayList<>(lines);
    if (!lines.isEmpty()) {
      moreLines.add(line);
    }
    return copy(at, headline, moreReasons, evidence, baseRate, moreLines);
  }

  /** Returns it with how common such a lead is. */
  public Alert with(BaseRate rate) {
    return copy(at, headline, reasons, evidence, rate, lines);
  }

  private Alert copy(
      Instant otherAt,
      String otherHeadline,
      List<String> otherReasons,
      List<Evidence> otherEvidence,
      @Nullable BaseRate otherRate,
      List<AlertLine> otherLines) {
    return new Alert(
        id,
        rule,
        ruleVersion,
        subject,
        severity,
        otherAt,
        otherHeadline,
        otherReasons,
        otherEvidence,
        channel,
        otherRate,
        model,
        taxonomy,
        otherLines);
  }

  /** Returns the id of the alert of a rule about a subject: the same however often it is raised. */
  public static String idOf(String rule, String ruleVersion, String subject) {
    return ContentId.of("w-", rule, ruleVersion, subject);
  }
}
