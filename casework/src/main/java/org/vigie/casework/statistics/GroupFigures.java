package org.vigie.casework.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.Outcome;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;

/** The groups of an index in the cells of a request. Nothing of it may be shown without noise. */
public final class GroupFigures {
  private final FigureRequest request;
  private final Sectors sectors;
  private final AdvertGroups groups = new AdvertGroups();
  private final Routes routes = new Routes();
  private final List<Found> found = new ArrayList<>();
  private final Map<FigureCell, FigureCell> cells = new HashMap<>();
  private final List<Boolean> counted = new ArrayList<>();

  /** An advert that is in a cell. */
  private record Found(int advert, FigureCell cell) {}

  private GroupFigures(FigureRequest request) throws IOException {
    this.request = request;
    this.sectors = Sectors.load();
  }

  /**
   * Returns the cells with the number of groups in them.
   *
   * @return cells without any are left out
   */
  public static Map<FigureCell, Long> count(AdvertIndex index, FigureRequest request)
      throws IOException {
    GroupFigures figures = new GroupFigures(request);
    index.forEachAdvert("", figures::add);
    return figures.counts();
  }

  private void add(SearchResult.Hit hit) {
    AssessedAdvert assessed = hit.advert();
    List<String> contacts =
        assessed.contacts().stream()
            .filter(contact -> contact.type().leadsToSomebody())
            .map(Contact::key)
            .distinct()
            .toList();
    List<String> keys = new ArrayList<>(contacts);
    if (!hit.cluster().id().isEmpty()) {
      keys.add("cluster " + hit.cluster().id());
    }
    if (!assessed.advert().account().isEmpty()) {
      keys.add("account " + assessed.advert().account());
    }
    int number = groups.add(keys);
    boolean counts = !request.riskAlone() || isRisky(assessed);
    counted.add(counts);
    if (request.tables().contains(CountedBy.ROUTE)) {
      routes.add(number, assessed, contacts);
    }
    if (counts) {
      cells(number, assessed);
    }
  }

  private static boolean isRisky(AssessedAdvert assessed) {
    return assessed.assessments().stream().anyMatch(a -> a.outcome() == Outcome.RISK);
  }

  private void cells(int number, AssessedAdvert assessed) {
    Quarter quarter = Quarter.of(assessed.advert().time());
    String region = Routes.regionOf(assessed);
    put(number, CountedBy.CHANNEL, quarter, region, assessed.advert().channel().label());
    put(number, CountedBy.LANGUAGE, quarter, region, Domain.language(assessed.language()));
    if (request.tables().contains(CountedBy.SECTOR)) {
      put(number, CountedBy.SECTOR, quarter, region, sectors.of(assessed.advert().text()));
    }
    for (String means : MeansOfControl.in(assessed)) {
      put(number, CountedBy.CONTROL, quarter, region, means);
    }
    for (String form : forms(assessed)) {
      put(number, CountedBy.FORM, quarter, region, form);
    }
    Routes.ledTo(number, assessed)
        .ifPresent(way -> put(number, CountedBy.ROUTE, quarter, way.from(), way.to()));
  }

  private static List<String> forms(AssessedAdvert assessed) {
    List<String> forms =
        assessed.assessments().stream()
            .filter(assessment -> assessment.outcome() == Outcome.RISK)
            .map(Assessment::form)
            .filter(Assessment.FORMS::contains)
            .distinct()
            .toList();
    return forms.isEmpty() ? List.of("none") : forms;
  }

  private void put(int number, CountedBy table, Quarter quarter, String region, String value) {
    boolean asked =
        request.tables().contains(table)
            && quarter.compareTo(request.from()) >= 0
            && quarter.compareTo(request.until()) <= 0;
    if (asked) {
      // One object for each cell, and not for each advert in it: there are millions.
      FigureCell cell =
          cells.computeIfAbsent(new FigureCell(table, quarter, region, value), same -> same);
      found.add(new Found(number, cell));
    }
  }

  private Map<FigureCell, Long> counts() {
    for (Routes.Way way : routes.ways()) {
      if (counted.get(way.advert())) {
        put(way.advert(), CountedBy.ROUTE, Quarter.of(way.time()), way.from(), way.to());
      }
    }
    GroupCounts counts = new GroupCounts(request.perGroup());
    found.forEach(one -> counts.add(groups.groupOf(one.advert()), one.cell()));
    return counts.counts();
  }
}
