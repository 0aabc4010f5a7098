package org.vigie.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.advert.Genre;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.SignReading;

/** Tells fees that the employer pays from those that are asked of a worker. */
final class EmployerPays {
  private static final String PAY = "pay";
  private static final Set<String> FEE = Set.of("fee", "deposit", "visa");
  private static final Set<String> PAYERS = Set.of("boss", "agent");

  /** In an offer the employer speaks; in a complaint those who had to pay. */
  private static final String WE = "we";

  /** What may stand between who pays and the verb: "datore di lavoro paga", "we will pay". */
  private static final Set<String> BETWEEN =
      Set.of("boss", "agent", "we", "work", "worker", "must", "can");

  /** Who gets it back later lets the worker pay all the same. */
  private static final Set<String> TAKEN_BACK =
      Set.of("deduct", "work-off", "debt", "borrow", "give-back", "withhold");

  /** Other words there, which leave the employer the one who pays. */
  private static final Set<String> AUXILIARIES =
      Set.of("will", "shall", "always", "also", "di", "de", "wird", "zal", "va", "vai");

  /** An article may stand before who pays: behind more, somebody else may be told to. */
  private static final int MOST_BEFORE = 1;

  /** Behind these it is the worker who pays, and the employer something else. */
  private static final Set<String> OF_OTHERS = Set.of(PAY, "after", "if");

  /** Characters from who pays to the verb, and from there to the fee. */
  private static final int MOST_TO_VERB = 14;

  private static final int MOST_TO_FEE = 24;

  private static final String CLAUSE_ENDS = ",;:.!?\n";

  private EmployerPays() {}

  /** Returns the same without fees in sentences that say the employer pays them. */
  static ChildGoods.Shown without(ChildGoods.Shown shown, String text) {
    SignReading reading = shown.reading();
    if (reading.said().stream().noneMatch(sign -> sign.family() == Family.FEE)
        && shown.indicators().stream().noneMatch(EmployerPays::isFee)) {
      return shown;
    }
    List<Span> paid = paid(reading, text);
    return paid.isEmpty()
        ? shown
        : new ChildGoods.Shown(
            reading.without(
                sign -> sign.family() == Family.FEE && sign.spans().stream().allMatch(in(paid))),
            shown.indicators().stream().flatMap(one -> without(one, paid)).toList());
  }

  private static Predicate<Span> in(List<Span> stretches) {
    return span -> stretches.stream().anyMatch(span::overlaps);
  }

  private static boolean isFee(Indicator indicator) {
    return Family.ofRow(indicator.id()).filter(Family.FEE::equals).isPresent();
  }

  private static Stream<Indicator> without(Indicator indicator, List<Span> paid) {
    if (!isFee(indicator) || indicator.spans().isEmpty()) {
      return Stream.of(indicator);
    }
    List<Span> left = indicator.spans().stream().filter(in(paid).negate()).toList();
    return left.isEmpty() ? Stream.empty() : Stream.of(indicator.at(left));
  }

  /** Returns the stretch from who pays to the end of each sentence in which an employer does. */
  private static List<Span> paid(SignReading reading, String text) {
    return reading.concepts().stream()
        .filter(one -> isPayer(one, reading))
        .filter(payer -> pays(payer, reading, text))
        .map(payer -> rest(payer, reading))
        .toList();
  }

  private static boolean isPayer(SignReading.Concept one, SignReading reading) {
    return PAYERS.contains(one.name()) || one.name().equals(WE) && reading.genre() == Genre.OFFER;
  }

  private static boolean pays(SignReading.Concept payer, SignReading reading, String text) {
    List<SignReading.Concept> after =
        reading.concepts().stream()
            .filter(one -> one.sentence() == payer.sentence())
            .filter(one -> one.span().start() >= payer.span().end())
            .toList();
    if (after.stream().anyMatch(one -> TAKEN_BACK.contains(one.name()))) {
      return false;
    }
    SignReading.Concept verb =
        after.stream().filter(one -> one.name().equals(PAY)).findFirst().orElse(null);
    return verb != null
        && isNear(payer.span(), verb.span(), MOST_TO_VERB, text)
        && words(before(payer.span(), text)).size() <= MOST_BEFORE
        && leadsToVerb(payer.span(), verb.span(), after, text)
        && after.stream()
            .filter(one -> FEE.contains(one.name()) && one.span().start() >= verb.span().end())
            .anyMatch(fee ->
                isNear(verb.span(), fee.span(), MOST_TO_FEE, text)
                    && after.stream()
                        .filter(one -> one.span().start() >= verb.span().end())
                        .filter(one -> one.span().end() <= fee.span().start())
                        .noneMatch(one -> OF_OTHERS.contains(one.name())));
  }

  /** Returns whether between who pays and the verb stand words alone that keep them together. */
  private static boolean leadsToVerb(
      Span payer, Span verb, List<SignReading.Concept> after, String text) {
    StringBuilder others = new StringBuilder(text.substring(0, verb.start()));
    for (SignReading.Concept one : after) {
      if (BETWEEN.contains(one.name()) && one.span().end() <= verb.start()) {
        for (int i = one.span().start(); i < one.span().end(); i++) {
          others.setCharAt(i, ' ');
        }
      }
    }
    return AUXILIARIES.containsAll(words(others.substring(payer.end())));
  }

  /** Returns what of its clause stands before a stretch. */
  private static String before(Span stretch, String text) {
    int start = stretch.start();
    while (start > 0 && CLAUSE_ENDS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start, stretch.start());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Returns whether one stands behind another in its clause. */
  private static boolean isNear(Span first, Span second, int most, String text) {
    if (second.start() - first.end() > most) {
      return false;
    }
    return text.substring(first.end(), Math.max(first.end(), second.start()))
        .chars()
        .noneMatch(c -> CLAUSE_ENDS.indexOf(c) >= 0);
  }

  private static Span rest(SignReading.Concept payer, SignReading reading) {
    int end =
        reading.concepts().stream()
            .filter(one -> one.sentence() == payer.sentence())
            .mapToInt(one -> one.span().end())
            .max()
            .orElse(payer.span().end());
    return new Span(payer.span().start(), end);
  }
}
