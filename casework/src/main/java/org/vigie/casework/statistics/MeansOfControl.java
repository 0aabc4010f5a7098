package org.vigie.casework.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;

/**
 * What adverts say of how persons are controlled, by the means that the Counter Trafficking Data
 * Collaborative tells apart, as far as a row of the taxonomy says just that.
 */
enum MeansOfControl {
  DEBT_BONDAGE(IndicatorIds.DEBT_BONDAGE, IndicatorIds.METHOD_OF_CONTROL_DEBT_BONDAGE),
  TAKES_EARNINGS(IndicatorIds.WITHHOLDING_OF_WAGES, IndicatorIds.METHOD_OF_CONTROL_TAKES_EARNINGS),
  THREATS(IndicatorIds.INTIMIDATION_AND_THREATS, IndicatorIds.METHOD_OF_CONTROL_THREATS),
  FALSE_PROMISES(IndicatorIds.DECEPTION, IndicatorIds.METHOD_OF_CONTROL_FALSE_PROMISES),
  RESTRICTS_MOVEMENT(
      IndicatorIds.RESTRICTION_OF_MOVEMENT, IndicatorIds.METHOD_OF_CONTROL_RESTRICTS_MOVEMENT),
  EXCESSIVE_WORKING_HOURS(
      IndicatorIds.EXCESSIVE_OVERTIME, IndicatorIds.METHOD_OF_CONTROL_EXCESSIVE_WORKING_HOURS),
  WITHHOLDS_DOCUMENTS(
      IndicatorIds.RETENTION_OF_IDENTITY_DOCUMENTS,
      IndicatorIds.METHOD_OF_CONTROL_WITHHOLDS_DOCUMENTS);

  /** Labels of all, and of none of them. */
  static final List<String> LABELS =
      Stream.concat(Arrays.stream(values()).map(MeansOfControl::label), Stream.of("none")).toList();

  private final Set<String> rows;

  MeansOfControl(String... rows) {
    this.rows = Set.of(rows);
  }

  /** Returns its name in tables. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the labels of those that an advert says; {@code none} if it says none. */
  static List<String> in(AssessedAdvert assessed) {
    List<String> said =
        Arrays.stream(values())
            .filter(means -> assessed.indicators().stream().anyMatch(means::isSaidBy))
            .map(MeansOfControl::label)
            .toList();
    return said.isEmpty() ? List.of("none") : said;
  }

  private boolean isSaidBy(Indicator indicator) {
    return rows.contains(indicator.id());
  }
}
