package org.vigie.pipeline.erase;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.capture.warc.ByteRange;
import org.vigie.capture.warc.RecordPlace;

/**
 * The records of an archive that go with some of its pages: what stands beside one, what a browser
 * made of it, the data that its scripts asked for, and all records of addresses that go.
 */
final class GoingRecords {
  private final List<RecordPlace> places;
  private final Found found;

  /**
   * What was found in an archive, by the places of its records.
   *
   * @param pages those that go
   * @param stay pages that hold adverts which stay
   * @param scripts parts of pages that are surely scripts or style sheets: what can't be read is
   *     data
   */
  record Found(Set<Long> pages, Set<Long> stay, Set<Long> scripts) {
    static Found nothing() {
      return new Found(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    /** A page that goes has its adverts that stay written down elsewhere. */
    private boolean isHeld(RecordPlace place) {
      return isAt(place, stay) && !isAt(place, pages);
    }
  }

  GoingRecords(List<RecordPlace> places, Found found) {
    this.places = places;
    this.found = found;
  }

  /**
   * Returns where they are.
   *
   * @param addresses those that go
   * @param isOld tells what goes if it bears on no advert that stays
   * @param isKept tells addresses of adverts that stay
   */
  List<ByteRange> ranges(
      Set<String> addresses, Predicate<RecordPlace> isOld, Predicate<String> isKept) {
    Predicate<RecordPlace> named =
        place -> isAt(place, found.pages()) || addresses.contains(place.target());
    Set<String> going = pageIds(named);
    Set<String> emptied = new HashSet<>(going);
    emptied.removeAll(pageIds(found::isHeld));
    going.addAll(partIds(emptied, place -> !isAt(place, found.scripts())));
    Set<String> staying = pageIds(place -> isAt(place, found.stay()));
    staying.addAll(partIds(staying, place -> true));
    return places.stream()
        .filter(place ->
            named.test(place)
                || (isTied(place, going) && !found.isHeld(place))
                || (isOld.test(place) && !isTied(place, staying) && !isKept.test(place.target())))
        .map(RecordPlace::range)
        .toList();
  }

  private Set<String> partIds(Set<String> pages, Predicate<RecordPlace> which) {
    return places.stream()
        .filter(place -> pages.contains(place.partOf()) && which.test(place))
        .map(RecordPlace::id)
        .filter(id -> !id.isEmpty())
        .collect(toSet());
  }

  /** Returns the ids of records, and of the answers that a browser made some of them of. */
  private Set<String> pageIds(Predicate<RecordPlace> which) {
    Set<String> ids = places.stream().filter(which).map(RecordPlace::id).collect(toSet());
    places.stream()
        .filter(place -> place.rendered() && which.test(place))
        .forEach(place -> ids.addAll(place.beside()));
    ids.remove("");
    return ids;
  }

  private static boolean isTied(RecordPlace place, Set<String> ids) {
    return ids.contains(place.id()) || place.beside().stream().anyMatch(ids::contains);
  }

  private static boolean isAt(RecordPlace place, Set<Long> offsets) {
    return offsets.contains(place.range().from());
  }
}
