package org.vigie.crawler.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Observation;
import org.vigie.advert.Observation.Kind;
import org.vigie.crawler.frontier.PageVisit;

/**
 * What became of the adverts of a page, told from two visits to it.
 *
 * <p>It claims no more than the page shows. A page that shows its newest adverts pushes older ones
 * out at its end: so of several, only one that stood between two that are still there is gone. An
 * advert was edited if its site's own id for it is the same, or if it was the only one on its page
 * and still is.
 */
final class AdvertFates {
  /** How an observation says that the page is there and the advert isn't. */
  static final String NOT_ON_PAGE = "page";

  private final String url;
  private final Instant at;
  private final List<String> before;
  private final List<String> sourcesBefore;
  private final Set<String> known;
  private final List<Observation> found = new ArrayList<>();

  /**
   * @param url the page
   * @param at when it was visited now
   * @param last the visit before
   */
  AdvertFates(String url, Instant at, PageVisit last) {
    this.url = url;
    this.at = at;
    this.before = last.adverts();
    this.known = Set.copyOf(last.adverts());
    this.sourcesBefore = last.history().sourceIds();
  }

  /** Returns the same for all adverts. */
  List<Observation> all(Kind kind, String detail) {
    before.forEach(id -> observe(id, kind, detail));
    return found;
  }

  /**
   * Returns what became of them on a page that shows these adverts now.
   *
   * @param whole whether the page was read to its end: of one that was cut, none is told gone
   */
  List<Observation> on(List<String> now, List<String> sourcesNow, boolean whole) {
    if (now.isEmpty()) {
      return whole ? all(Kind.GONE, NOT_ON_PAGE) : found;
    }
    Set<String> there = new HashSet<>(now);
    Map<String, String> bySource = new HashMap<>();
    for (int i = 0; i < now.size(); i++) {
      bySource.putIfAbsent(source(sourcesNow, i), now.get(i));
    }
    boolean[] survives = new boolean[before.size()];
    for (int i = 0; i < before.size(); i++) {
      String advert = before.get(i);
      String successor = there.contains(advert) ? advert : successor(i, now, bySource);
      survives[i] = successor != null;
      if (successor != null && !successor.equals(advert)) {
        observe(advert, Kind.EDITED_INTO, successor);
        observe(successor, Kind.EDITED_FROM, advert);
      }
    }
    if (whole) {
      missing(survives, now.size());
    }
    return found;
  }

  /** Returns what an advert was edited into, or null if that isn't known. */
  private @Nullable String successor(int index, List<String> now, Map<String, String> bySource) {
    String source = source(sourcesBefore, index);
    String same = source.isEmpty() ? null : bySource.get(source);
    boolean alone = before.size() == 1 && now.size() == 1;
    boolean unnamed = source.isEmpty() || bySource.containsKey("");
    String successor = same == null && alone && unnamed ? now.getFirst() : same;
    return successor == null || known.contains(successor) ? null : successor;
  }

  private void missing(boolean[] survives, int now) {
    if (before.size() == 1 && now == 1 && !survives[0]) {
      observe(before.getFirst(), Kind.GONE, NOT_ON_PAGE);
      return;
    }
    int first = 0;
    int last = survives.length - 1;
    while (first <= last && !survives[first]) {
      first++;
    }
    while (last >= first && !survives[last]) {
      last--;
    }
    for (int i = first; i <= last; i++) {
      if (!survives[i]) {
        observe(before.get(i), Kind.GONE, NOT_ON_PAGE);
      }
    }
  }

  private void observe(String advertId, Kind kind, String detail) {
    found.add(new Observation(advertId, at, kind, url, detail));
  }

  private static String source(List<String> sources, int index) {
    return index < sources.size() ? sources.get(index) : "";
  }
}
