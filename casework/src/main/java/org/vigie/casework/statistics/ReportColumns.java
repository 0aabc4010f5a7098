package org.vigie.casework.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of somebody else's report, some of which a release can fill. There a row is a victim
 * or a case; here it is a quarter and a region, and a figure counts groups of adverts. What adverts
 * can't tell stays empty.
 */
public final class ReportColumns {
  private static final List<ReportColumns> ALL =
      List.of(CtdcColumns.asReported(), EmpactColumns.asReported());

  private final String name;
  private final String origin;
  private final Set<String> columns = new LinkedHashSet<>();
  private final Map<String, Source> filled = new HashMap<>();

  /** A table and the value in it that a column holds. */
  private record Source(CountedBy table, String value) {}

  /**
   * Columns, none of which is filled yet.
   *
   * @param name in options and names of files, such as {@code ctdc}
   * @param origin where the names of the columns come from, as a sentence in Markdown
   */
  ReportColumns(String name, String origin) {
    this.name = name;
    this.origin = origin;
  }

  /** Adds columns that no advert can fill, parted by blanks. */
  ReportColumns add(String names) {
    columns.addAll(List.of(names.strip().split("\\s+")));
    return this;
  }

  /** Says what a column holds; a new one stands behind the others. */
  ReportColumns fill(String column, CountedBy table, String value) {
    if (!table.told().contains(value)) {
      throw new IllegalArgumentException(
          "%s must be filled by a value of table %s, but was by %s"
              .formatted(column, table.label(), value));
    }
    columns.add(column);
    filled.put(column, new Source(table, value));
    return this;
  }

  /**
   * Returns the columns of a name.
   *
   * @throws IllegalArgumentException if none have it
   */
  public static ReportColumns parse(String name) {
    return ALL.stream()
        .filter(columns -> columns.name.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--columns must be %s, but was another word"
                    .formatted(ALL.stream().map(c -> c.name).collect(Collectors.joining(" or ")))));
  }

  /** Returns a label such as {@code job-board} as a part of a column's name. */
  static String camel(String label) {
    return Arrays.stream(label.split("-", -1))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** Returns their name in options and names of files. */
  public String name() {
    return name;
  }

  /** Returns where the names of the columns come from, as a sentence in Markdown. */
  String origin() {
    return origin;
  }

  /** Returns the tables that fill some of them. */
  public Set<CountedBy> tables() {
    return filled.values().stream().map(Source::table).collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the columns that a release can't fill, in their order. */
  public List<String> leftEmpty(Release release) {
    return columns.stream().filter(column -> source(release, column) == null).toList();
  }

  /** Returns a row for each quarter and region of which some figure is shown, as CSV. */
  public String csv(Release release) {
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("quarter", "regionOfAdvert", "note"));
    head.addAll(columns);
    FigureCsv.row(csv, head);
    places(release).forEach(place -> FigureCsv.row(csv, row(release, place)));
    return csv.toString();
  }

  /** Cells that stand for a quarter and a region alone. */
  private Set<FigureCell> places(Release release) {
    Set<CountedBy> tables = tables();
    return release.figures().keySet().stream()
        .filter(cell -> tables.contains(cell.table()))
        .map(cell -> new FigureCell(CountedBy.FORM, cell.quarter(), cell.region(), ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> row(Release release, FigureCell place) {
    List<String> row =
        new ArrayList<>(List.of(place.quarter().toString(), place.region(), FigureCsv.NOTE));
    for (String column : columns) {
      Source source = source(release, column);
      row.add(
          source == null
              ? ""
              : release.shown(
                  new FigureCell(source.table(), place.quarter(), place.region(), source.value())));
    }
    return row;
  }

  private @Nullable Source source(Release release, String column) {
    Source source = filled.get(column);
    return source != null && release.request().tables().contains(source.table()) ? source : null;
  }
}
