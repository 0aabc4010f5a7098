package org.vigie.text.safe;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.advert.Outcome;

/** Numbers and times in the form in which they are shown. */
public final class Words {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /** Returns a count with its noun, such as {@code 1 advert} or {@code 1,234 adverts}. */
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** Returns a number with thousands set apart. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a duration in seconds, such as {@code 12.3 s}. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
  }

  /** Returns a duration in its largest units, such as {@code 90m} or {@code 7d}. */
  public static String span(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0 && seconds > 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0 && seconds > 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** Returns a probability with two decimals. */
  public static String probability(double probability) {
    return String.format(Locale.ROOT, "%.2f", probability);
  }

  /**
   * Returns a calibrated probability of risk with two decimals; from over 0.99 on, no more is told
   * of it than that: nothing is measured so finely.
   */
  public static String risk(double probability) {
    return probability > 0.99 ? "over 0.99" : probability(probability);
  }

  /** Returns a share in whole hundredths, such as {@code 87 %}. */
  public static String share(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** Returns the probability of each outcome, such as {@code risk 0.61 · business 0.30}. */
  public static String outcomes(Map<Outcome, Double> outcomes) {
    return outcomes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey().label() + " " + risk(entry.getValue()))
        .collect(Collectors.joining(" · "));
  }

  /** Returns a day in UTC. */
  public static String day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** Returns a minute in UTC. */
  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** Returns counts, most first, such as {@code paris 3 · lyon 1}. */
  public static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> SafeText.line(Defanged.text(entry.getKey())) + " " + number(entry.getValue()))
        .collect(Collectors.joining(" · "));
  }
}
