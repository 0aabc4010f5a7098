package org.vigie.web.pages.group;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Place;
import org.vigie.casework.render.PlaceReader;
import org.vigie.classifier.place.CountryTowns;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.map.DayBars;
import org.vigie.web.map.Outlines;
import org.vigie.web.map.Travels;
import org.vigie.web.pages.part.Day;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.TimeBars;

/** The pages that show where and when: of a cluster, and of a contact. */
public final class MapPages {
  /** Adverts that are read for one map, the newest: each is a record to take apart. */
  static final int MOST_ADVERTS = 2_000;

  /** Contacts of a cluster whose rounds are looked up. */
  private static final int MOST_CONTACTS = 50;

  private final LiveIndex index;
  private final CountryTowns towns;

  public MapPages(LiveIndex index, CountryTowns towns) {
    this.index = index;
    this.towns = towns;
  }

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get("/clusters/{id}/map", readers, Act.COMBINATION, this::cluster),
        Route.asking("/clusters/{id}/map", readers),
        Route.get("/contact/map", readers, Act.COMBINATION, this::contact),
        Route.asking("/contact/map", readers));
  }

  /**
   * What a map is about.
   *
   * @param name as it is shown
   * @param path of its page
   * @param action where the form of days leads
   * @param key of a contact; empty of a cluster
   */
  public record Shown(String name, String path, String action, String key) {
    /** Returns the path of this map in some days. */
    String in(MapForm days) {
      return action + "?" + (key.isEmpty() ? "" : "key=" + Paths.encoded(key) + "&") + days.query();
    }
  }

  /**
   * What the index holds of it.
   *
   * @param adverts the newest
   * @param told id → town of those of them that declare no country, where their clusters tell it
   * @param days day since 1970 → adverts, of all
   * @param circuits contact → places of its round in order
   */
  public record Found(
      Shown shown,
      List<AssessedAdvert> adverts,
      Map<String, Place> told,
      SortedMap<Long, Long> days,
      Map<String, List<String>> circuits) {
    private long total() {
      return days.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the day of the oldest advert that was read if there are more, else nothing. */
    public String since() {
      return total() > adverts.size()
          ? adverts.getLast().advert().time().atOffset(ZoneOffset.UTC).toLocalDate().toString()
          : "";
    }

    /** Returns the days that are asked for, or all on which adverts stood. */
    public MapForm asked(Visit visit) {
      return days.isEmpty()
          ? MapForm.of(visit, 0, 0)
          : MapForm.of(visit, days.firstKey(), days.lastKey());
    }
  }

  private Answer cluster(Visit visit) throws IOException {
    return answer(visit, index.read(adverts -> ofCluster(adverts, towns, visit.path("id"))));
  }

  private Answer contact(Visit visit) throws IOException {
    return answer(visit, index.read(adverts -> ofContact(adverts, towns, visit.query("key"))));
  }

  public static Optional<Found> ofCluster(AdvertIndex adverts, CountryTowns towns, String id)
      throws IOException {
    Optional<ClusterProfile> cluster = adverts.findCluster(id);
    if (cluster.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<String>> circuits = new HashMap<>();
    for (String key : new TreeMap<>(cluster.get().contacts()).keySet()) {
      if (circuits.size() < MOST_CONTACTS) {
        circuits.put(key, adverts.findContact(key).map(ContactProfile::circuit).orElse(List.of()));
      }
    }
    String path = Paths.cluster(cluster.get().id());
    return Optional.of(
        found(
            adverts,
            towns,
            Paths.term("cluster", cluster.get().id()),
            new Shown(cluster.get().id(), path, path + "/map", ""),
            circuits));
  }

  public static Optional<Found> ofContact(AdvertIndex adverts, CountryTowns towns, String key)
      throws IOException {
    Optional<ContactProfile> contact = adverts.findContact(key);
    if (contact.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        found(
            adverts,
            towns,
            Paths.term("contact", key),
            new Shown(SafeText.line(Defanged.text(key)), Paths.contact(key), "/contact/map", key),
            Map.of(key, contact.get().circuit())));
  }

  private static Found found(
      AdvertIndex adverts,
      CountryTowns towns,
      String query,
      Shown shown,
      Map<String, List<String>> circuits)
      throws IOException {
    List<AssessedAdvert> newest = adverts.newestAdverts(query, MOST_ADVERTS);
    return new Found(
        shown,
        newest,
        new PlaceReader(adverts, towns).towns(newest),
        adverts.advertsByDay(query),
        circuits);
  }

  private Answer answer(Visit visit, Optional<Optional<Found>> read) {
    return read.flatMap(found -> found)
        .<Answer>map(found -> page(visit, found))
        .orElseGet(NotFound::answer);
  }

  private Answer page(Visit visit, Found found) {
    MapForm form = found.asked(visit);
    Travels travels = Travels.of(found.adverts(), found.told(), found.shown().key(), form.period());
    long within =
        found.days().subMap(form.from().toEpochDay(), form.to().toEpochDay() + 1).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    return Answer.page(
        "map",
        Map.of(
            "shown",
            found.shown(),
            "problem",
            Day.isOne(visit.query("from")) && Day.isOne(visit.query("to"))
                ? ""
                : "search.ignored.day",
            "form",
            form,
            "map",
            TravelMap.of(travels, found.circuits(), Outlines.builtIn()),
            "bars",
            TimeBars.of(DayBars.of(found.days())),
            "within",
            within,
            "placed",
            travels.placed(),
            "since",
            found.since(),
            "before",
            found.shown().in(form.moved(-1)),
            "after",
            found.shown().in(form.moved(1))));
  }
}
