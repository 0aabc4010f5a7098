package org.vigie.advert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When, where and how often one advert was met, with what became of it.
 *
 * @param advertId the advert
 * @param firstSeen earliest {@link Advert#time}: when its site says that it was posted, if it says
 *     so of any; {@link SeenTimes} tells when it was seen
 * @param lastSeen latest time at which it is known to have stood there
 * @param times how often, at least 1
 * @param urls where it stood, in alphabetical order, the first {@link #MAX_PLACES} of them
 * @param sourceIds its sites' own names for it, likewise
 * @param changes where it was edited, gone or redirected, in order of time, the last {@link
 *     #MAX_CHANGES} of them
 */
public record Sighting(
    String advertId,
    Instant firstSeen,
    Instant lastSeen,
    long times,
    List<String> urls,
    List<String> sourceIds,
    List<Observation> changes) {
  /** A repost every hour for four days; more places add nothing to the evidence. */
  public static final int MAX_PLACES = 100;

  /** An advert that flickers tells no more by flickering on. */
  public static final int MAX_CHANGES = 100;

  public Sighting {
    urls = List.copyOf(urls);
    sourceIds = List.copyOf(sourceIds);
    // An index or a savepoint from before changes were kept has none.
    changes = changes == null ? List.of() : List.copyOf(changes);
  }

  /** A sighting of an advert of which no change is known. */
  public Sighting(
      String advertId,
      Instant firstSeen,
      Instant lastSeen,
      long times,
      List<String> urls,
      List<String> sourceIds) {
    this(advertId, firstSeen, lastSeen, times, urls, sourceIds, List.of());
  }

  /** Returns it with edits beside its changes, as far as it doesn't tell of them already. */
  public Sighting with(List<Observation> edits) {
    TreeSet<Observation> all = new TreeSet<>(changes);
    for (Observation edit : edits) {
      if (changes.stream().noneMatch(change -> change.tellsTheSame(edit))) {
        all.add(edit);
      }
    }
    List<Observation> kept = new ArrayList<>(all);
    int from = Math.max(0, kept.size() - MAX_CHANGES);
    return new Sighting(
        advertId, firstSeen, lastSeen, times, urls, sourceIds, kept.subList(from, kept.size()));
  }

  /** Returns the sum of two of one advert that were counted apart. */
  public Sighting and(Sighting other) {
    TreeSet<Observation> all = new TreeSet<>(changes);
    all.addAll(other.changes);
    List<Observation> kept = new ArrayList<>(all);
    return new Sighting(
        advertId,
        other.firstSeen.isBefore(firstSeen) ? other.firstSeen : firstSeen,
        other.lastSeen.isAfter(lastSeen) ? other.lastSeen : lastSeen,
        times + other.times,
        first(urls, other.urls),
        first(sourceIds, other.sourceIds),
        kept.subList(Math.max(0, kept.size() - MAX_CHANGES), kept.size()));
  }

  private static List<String> first(List<String> some, List<String> others) {
    TreeSet<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all.stream().limit(MAX_PLACES).toList();
  }

  /** Returns when it was found gone, or replaced, without having been seen since; null if not. */
  public @Nullable Instant goneSince() {
    return changes.stream()
        .filter(change -> change.kind() != Observation.Kind.EDITED_FROM)
        .map(Observation::at)
        .filter(at -> at.isAfter(lastSeen))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
