package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.digit.DigitGroup;

/**
 * Reads the national numbers of one text by the regions that are likely there: the declared one;
 * else those that hosts, towns, money and other numbers tell, and the one of the language.
 */
final class NationalNumbers {
  /** Regions of a language whose numbers are known by how they are written, without other signs. */
  private static final int WELL_KNOWN = 3;

  /** A trunk zero and what follows it; less is a year or a price. */
  private static final int LEAST_WITH_ZERO = 9;

  /** No amount or order number is written in so many groups. */
  private static final int WRITTEN_IN_GROUPS = 4;

  private static final int NORTH_AMERICAN = 10;

  /** Groups in which a number stands that nothing else is written in. */
  private static final int FORMATTED = 3;

  /** How far ahead a language must be of another in which digits are a phone, as a logarithm. */
  private static final double LEAST_LEAD = 0.05;

  private static final int LONGEST_ITALIAN = 10;

  /** From here on a language is hardly that of the text, as a logarithm. */
  private static final double FAR = 0.07;

  /** Registers of firms and taxes give so many digits to whom they list. */
  private static final int LONGEST_ID = 8;

  private final PhoneRegions regions;
  private final Set<String> met = new LinkedHashSet<>();
  private @Nullable List<RegionGuess> guesses;

  /**
   * A reader of one text.
   *
   * @param linked regions of hosts that the text names
   */
  NationalNumbers(PhoneRegions regions, List<String> linked) {
    this.regions = regions;
    met.addAll(linked);
  }

  /** Tells that a number of a region stands in the text. */
  void meet(String region) {
    if (!region.isEmpty()) {
      met.add(region);
    }
  }

  /**
   * Reads digits in the likely regions.
   *
   * @param whole whether no other digits go on behind them, which may belong to them
   * @param announced whether a word announces a phone
   */
  PhoneReading read(
      List<DigitGroup> groups, String digits, boolean whole, BooleanSupplier announced) {
    if (regions.certain()) {
      return PhoneReading.of(read(digits, regions.likeliest()));
    }
    Set<String> told = told();
    List<RegionGuess> guesses = guesses();
    PhoneNumbers.Phone phone =
        first(digits, told.stream().filter(region -> isOfLanguage(region, guesses)));
    if (phone != null) {
      return PhoneReading.of(phone);
    }
    PhoneReading guessed =
        guesses.isEmpty() || !whole
            ? PhoneReading.of(ofLanguage(groups, digits, announced))
            : guessed(groups, digits, announced, guesses);
    if (guessed.phone() != null || !guessed.settled()) {
      return guessed;
    }
    PhoneNumbers.Phone elsewhere = first(digits, told.stream());
    return PhoneReading.of(elsewhere == null ? ofAlike(digits) : elsewhere);
  }

  /** Reads digits in the main country of the text's language. */
  private PhoneNumbers.@Nullable Phone ofLanguage(
      List<DigitGroup> groups, String digits, BooleanSupplier announced) {
    PhoneNumbers.Phone phone = read(digits, regions.likeliest());
    boolean isEvident =
        phone == null
            || isLongEnough(digits, regions.likeliest())
            || isWritten(groups, digits, regions.likeliest(), phone)
            || announced.getAsBoolean();
    return isEvident ? phone : null;
  }

  /** Reads digits with a trunk prefix in countries of languages that the text's looks like. */
  private PhoneNumbers.@Nullable Phone ofAlike(String digits) {
    return digits.length() < LEAST_WITH_ZERO
        ? null
        : first(
            digits,
            Regions.alike(regions.language()).stream()
                .filter(region -> PhoneNumbers.hasTrunk(digits, region)));
  }

  /** Returns whether digits are no fewer than phones there are written with. */
  private static boolean isLongEnough(String digits, String region) {
    return digits.length() > LONGEST_ID || !PhoneNumbers.isDialledWithTrunk(region);
  }

  /** Returns whether digits stand as nothing stands but a phone of a region. */
  private static boolean isWritten(
      List<DigitGroup> groups, String digits, String region, PhoneNumbers.Phone phone) {
    List<Integer> lengths = lengths(groups);
    return digits.length() >= LEAST_WITH_ZERO && PhoneNumbers.hasTrunk(digits, region)
        || lengths.size() >= FORMATTED && PhoneNumbers.isGrouped(phone, lengths);
  }

  private static List<Integer> lengths(List<DigitGroup> groups) {
    return groups.stream().map(group -> group.digits().length()).toList();
  }

  private PhoneNumbers.@Nullable Phone first(String digits, Stream<String> among) {
    return among
        .map(region -> read(digits, region))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static PhoneNumbers.@Nullable Phone read(String digits, String region) {
    return region.isEmpty() || isTooLong(region, digits)
        ? null
        : PhoneNumbers.find(digits, false, region);
  }

  private boolean isOfLanguage(String region, List<RegionGuess> guesses) {
    return regions.likeliest().isEmpty()
        || regions.ofLanguage().contains(region)
        || guesses.stream().anyMatch(guess -> guess.region().equals(region));
  }

  /**
   * Reads digits of a text whose language isn't known, by what they look like: in the region whose
   * numbers are written so, the likeliest if it is much likelier than the next.
   */
  private PhoneReading guessed(
      List<DigitGroup> groups,
      String digits,
      BooleanSupplier announced,
      List<RegionGuess> guesses) {
    List<Match> matches = new ArrayList<>();
    for (RegionGuess guess : guesses) {
      PhoneNumbers.Phone phone = guess.main() ? read(digits, guess.region()) : null;
      if (phone != null && matches.stream().noneMatch(match -> match.phone().equals(phone))) {
        matches.add(new Match(guess, phone));
      }
    }
    List<Integer> lengths = lengths(groups);
    matches = preferred(matches, m -> PhoneNumbers.isUsual(digits, m.guess().region()));
    if (lengths.size() > 1) {
      matches = preferred(matches, m -> PhoneNumbers.isGrouped(m.phone(), lengths));
    }
    if (matches.isEmpty()) {
      return PhoneReading.of(null);
    }
    Match best = matches.getFirst();
    if (matches.size() > 1 && matches.get(1).guess().lag() - best.guess().lag() < LEAST_LEAD) {
      return PhoneReading.UNSETTLED;
    }
    boolean isEvident =
        best.guess().lag() < FAR
                && isLongEnough(digits, best.guess().region())
                && isOfOneCountry(best.guess(), guesses)
            || digits.charAt(0) == '0' && digits.length() >= LEAST_WITH_ZERO
            || isWritten(groups, digits, best.guess().region(), best.phone())
            || announced.getAsBoolean();
    return PhoneReading.of(isEvident ? best.phone() : null);
  }

  /** Returns whether a language is mostly written in one country, where any number is its own. */
  private static boolean isOfOneCountry(RegionGuess guess, List<RegionGuess> guesses) {
    return guesses.stream().filter(g -> g.main() && g.lag() == guess.lag()).count() == 1;
  }

  private record Match(RegionGuess guess, PhoneNumbers.Phone phone) {}

  /** Returns those of which something is true, or all if it is of none. */
  private static List<Match> preferred(List<Match> matches, Predicate<Match> isTrue) {
    List<Match> preferred = matches.stream().filter(isTrue).toList();
    return preferred.isEmpty() ? matches : preferred;
  }

  /** Italy's plan has room for longer numbers than people's, which have ten digits at most. */
  private static boolean isTooLong(String region, String digits) {
    return region.equals("IT") && digits.length() > LONGEST_ITALIAN;
  }

  /**
   * Returns the phone that digits are if they are written as phones are in a country of the
   * language, or null. Where another is declared, as by an advert for workers from abroad, a trunk
   * zero and several groups are asked for.
   */
  PhoneNumbers.@Nullable Phone readAsWritten(List<DigitGroup> groups, String digits) {
    List<String> known = regions.ofLanguage();
    boolean trunk = digits.charAt(0) == '0' && digits.length() >= LEAST_WITH_ZERO;
    if (regions.certain()
        ? !trunk || groups.size() < WRITTEN_IN_GROUPS
        : !trunk && !isNorthAmerican(groups, digits)) {
      return null;
    }
    for (String region : known.subList(0, Math.min(WELL_KNOWN, known.size()))) {
      boolean isTried = trunk || region.equals("US");
      boolean fits = regions.certain() || !isTooLong(region, digits);
      PhoneNumbers.Phone phone = isTried && fits ? PhoneNumbers.find(digits, false, region) : null;
      if (phone != null) {
        return phone;
      }
    }
    return null;
  }

  /** Returns whether ten digits stand as 201 555 0123 does, or were made hard to read. */
  private static boolean isNorthAmerican(List<DigitGroup> groups, String digits) {
    if (digits.length() != NORTH_AMERICAN) {
      return false;
    }
    List<Integer> lengths = lengths(groups);
    boolean disguised =
        groups.stream().anyMatch(group -> group.step() != DigitGroup.Step.NONE)
            || lengths.stream().filter(length -> length == 1).count() >= 6;
    return disguised || lengths.equals(List.of(3, 3, 4)) || lengths.equals(List.of(3, 7));
  }

  private Set<String> told() {
    Set<String> told = new LinkedHashSet<>(met);
    told.addAll(regions.told().get());
    return told;
  }

  private List<RegionGuess> guesses() {
    List<RegionGuess> known = guesses;
    if (known == null) {
      known = regions.guesses().get();
      guesses = known;
    }
    return known;
  }
}
