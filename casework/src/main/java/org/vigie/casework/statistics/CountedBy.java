package org.vigie.casework.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;

/** What groups are counted by, each by quarter and region. */
public enum CountedBy {
  /** From the region to a country: where a contact went, or where an advert leads. */
  ROUTE(Domain.ENDS, Domain.ENDS),
  FORM(Domain.REGIONS, Stream.concat(Assessment.FORMS.stream(), Stream.of("none")).toList()),
  SECTOR(Domain.REGIONS, Sectors.LABELS),
  CHANNEL(Domain.REGIONS, Arrays.stream(Channel.values()).map(Channel::label).toList()),
  LANGUAGE(Domain.REGIONS, Domain.LANGUAGES),
  /** What the adverts say of how persons are controlled. */
  CONTROL(Domain.REGIONS, MeansOfControl.LABELS);

  private final List<String> regions;
  private final List<String> values;

  CountedBy(List<String> regions, List<String> values) {
    this.regions = regions;
    this.values = values;
  }

  /** Returns those that a release has where nobody says which. */
  public static Set<CountedBy> usual() {
    return EnumSet.complementOf(EnumSet.of(CONTROL));
  }

  /** Returns what it tells apart, in order. */
  List<String> told() {
    return values;
  }

  /** Returns its name in files and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the table of a label.
   *
   * @throws IllegalArgumentException if none has it
   */
  public static CountedBy parse(String label) {
    return Arrays.stream(values())
        .filter(table -> table.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a table must be one of %s, but was another word"
                    .formatted(
                        Arrays.stream(values())
                            .map(CountedBy::label)
                            .collect(Collectors.joining(", ")))));
  }

  /** Returns all its cells in some quarters, whatever was collected. */
  List<FigureCell> cells(List<Quarter> quarters) {
    List<FigureCell> cells = new ArrayList<>();
    for (Quarter quarter : quarters) {
      for (String region : regions) {
        for (String value : values) {
          if (this != ROUTE || !region.equals(value)) {
            cells.add(new FigureCell(this, quarter, region, value));
          }
        }
      }
    }
    return cells;
  }
}
