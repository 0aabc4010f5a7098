package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private static final int ITALIAN_MOBILE = 10;

  private final PhoneRegions regions;
  private final Set<String> met = new LinkedHashSet<>();
  private @Nullable List<String> ordered;

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
    if (!region.isEmpty() && met.add(region)) {
      ordered = null;
    }
  }

  /** Returns the phone that digits are in one of the likely regions, or null. */
  PhoneNumbers.@Nullable Phone read(String digits) {
    if (ordered == null) {
      ordered = ordered();
    }
    for (String region : ordered) {
      PhoneNumbers.Phone phone =
          isLongMobile(region, digits) ? null : PhoneNumbers.find(digits, false, region);
      if (phone != null) {
        return phone;
      }
    }
    return null;
  }

  /** Italy's plan has room for longer mobile numbers than people's, which have ten digits. */
  private static boolean isLongMobile(String region, String digits) {
    return region.equals("IT") && digits.startsWith("3") && digits.length() > ITALIAN_MOBILE;
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
      PhoneNumbers.Phone phone =
          trunk || region.equals("US") ? PhoneNumbers.find(digits, false, region) : null;
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
    List<Integer> lengths = groups.stream().map(group -> group.digits().length()).toList();
    boolean disguised =
        groups.stream().anyMatch(group -> group.step() != DigitGroup.Step.NONE)
            || lengths.stream().filter(length -> length == 1).count() >= 6;
    return disguised || lengths.equals(List.of(3, 3, 4)) || lengths.equals(List.of(3, 7));
  }

  private List<String> ordered() {
    if (regions.certain()) {
      return List.of(regions.likeliest());
    }
    Set<String> told = new LinkedHashSet<>(met);
    told.addAll(regions.told().get());
    List<String> all = new ArrayList<>();
    for (String region : told) {
      if (regions.likeliest().isEmpty() || regions.ofLanguage().contains(region)) {
        all.add(region);
      }
    }
    all.add(regions.likeliest());
    all.addAll(told);
    return all.stream().filter(region -> !region.isEmpty()).distinct().toList();
  }
}
