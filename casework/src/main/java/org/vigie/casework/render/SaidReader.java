package org.vigie.casework.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Evidence;
import org.vigie.advert.Indicator;
import org.vigie.advert.NetworkProfile;
import org.vigie.classifier.sign.Family;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/**
 * Reads from an index what a group of adverts says. What the index hides is read by nobody, so no
 * title and no quote tells of it.
 */
public final class SaidReader {
  /** Signs that a title names. */
  private static final int MOST_SIGNS = 3;

  private static final int MOST_PLACES = 3;

  /** Adverts that are read for a line: the strongest signs come first. */
  private static final int MOST_READ = 6;

  /** Texts of a network that stand for all of it: the largest. */
  private static final int MOST_TEXTS = 5;

  private final AdvertIndex index;
  private final int mostQuotes;

  /**
   * @param mostQuotes most sentences to quote of one group, at least 1
   */
  public SaidReader(AdvertIndex index, int mostQuotes) {
    this.index = index;
    this.mostQuotes = mostQuotes;
  }

  /** Returns what a cluster says. */
  public Said of(ClusterProfile cluster) throws IOException {
    Sum sum = new Sum();
    sum.add(cluster);
    return sum.said(cluster.size(), index.findMemberOf(cluster.id()));
  }

  /** Returns what the largest texts of a network say. */
  public Said of(NetworkProfile network) throws IOException {
    Sum sum = new Sum();
    Optional<AssessedAdvert> example = Optional.empty();
    for (String name : largest(network.clusters(), MOST_TEXTS)) {
      Optional<ClusterProfile> cluster = index.findCluster(name);
      if (cluster.isPresent()) {
        sum.add(cluster.get());
        example = example.isPresent() ? example : index.findMemberOf(cluster.get().id());
      } else {
        Optional<AssessedAdvert> single = index.findAdvert("a-" + name.substring(2));
        single.ifPresent(sum::add);
        example = example.isPresent() ? example : single;
      }
    }
    if (sum.places.isEmpty()) {
      sum.places.putAll(network.countries());
    }
    return sum.said(network.adverts(), example);
  }

  /** Returns what the subject of an alert says, by the signs that the alert rests on. */
  public Said of(Alert alert) throws IOException {
    Sum sum = new Sum();
    alert.evidence().forEach(sum::add);
    String subject = alert.subject();
    if (subject.startsWith("c-")) {
      Optional<ClusterProfile> cluster = index.findCluster(subject);
      cluster.ifPresent(sum::addPlaces);
      return sum.said(cluster.map(ClusterProfile::size).orElse(0L), Optional.empty());
    }
    if (subject.startsWith("n-")) {
      Optional<NetworkProfile> network = index.findNetwork(subject);
      network.ifPresent(found -> sum.places.putAll(found.countries()));
      return sum.said(network.map(NetworkProfile::adverts).orElse(0L), Optional.empty());
    }
    if (subject.startsWith("a-")) {
      Optional<AssessedAdvert> advert = index.findAdvert(subject);
      advert.ifPresent(found -> sum.addPlace(found.advert().place()));
      return sum.said(advert.isPresent() ? 1 : 0, Optional.empty());
    }
    Optional<ContactProfile> contact = index.findContact(subject);
    contact.ifPresent(found -> sum.places.putAll(found.places()));
    return sum.said(contact.map(ContactProfile::adverts).orElse(0L), Optional.empty());
  }

  private static List<String> largest(Map<String, Long> counts, int most) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isStrong(String row) {
    return isMain(row) && Family.ofRow(row).filter(Family::isStrongControl).isPresent();
  }

  /** A family has the name of its main row; others of its rows say somewhat else. */
  private static boolean isMain(String row) {
    return Family.ofRow(row).filter(family -> family.mainRow().equals(row)).isPresent();
  }

  /** The signs and places of some adverts, added up. */
  private final class Sum {
    private final Map<String, Long> signs = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private long adverts;

    void add(ClusterProfile cluster) {
      adverts += cluster.size();
      cluster.advertIndicators().forEach((row, times) -> signs.merge(row, times, Long::sum));
      cluster.evidence().forEach(one -> evidence.putIfAbsent(one.indicator(), one));
      addPlaces(cluster);
    }

    void addPlaces(ClusterProfile cluster) {
      Map<String, Long> where = cluster.places().isEmpty() ? cluster.countries() : cluster.places();
      where.forEach((place, times) -> places.merge(place, times, Long::sum));
    }

    void add(AssessedAdvert advert) {
      adverts++;
      addPlace(advert.advert().place());
      for (Indicator found : advert.indicators()) {
        signs.merge(found.id(), 1L, Long::sum);
        evidence.putIfAbsent(found.id(), Evidence.of(found, advert.advert().id()));
      }
    }

    void addPlace(String place) {
      if (!place.isBlank()) {
        places.merge(place, 1L, Long::sum);
      }
    }

    /** An alert rests on what recurs, and tells it in the order of how often. */
    void add(Evidence one) {
      signs.put(one.indicator(), 1L);
      adverts = 1;
      evidence.putIfAbsent(one.indicator(), one);
    }

    /**
     * @param size adverts of the group
     * @param example what is quoted where no sign is
     */
    Said said(long size, Optional<AssessedAdvert> example) throws IOException {
      List<Quote> quotes = quotes();
      List<Said.Sign> named = named(quotes);
      List<Quote> shown = merged(quotes).stream().limit(mostQuotes).toList();
      if (shown.isEmpty()) {
        shown = example.map(Quote::beginning).stream().toList();
      }
      List<String> where =
          largest(places, MOST_PLACES).stream()
              .map(place -> SafeText.line(Defanged.text(place)))
              .toList();
      return new Said(named, size, where, shown);
    }

    private boolean recurs(String row) {
      return signs.getOrDefault(row, 0L) * 2 >= adverts;
    }

    /** Returns a sentence for each sign that the text says, the strongest first. */
    private List<Quote> quotes() throws IOException {
      List<Evidence> candidates =
          evidence.values().stream()
              .filter(one -> !one.spans().isEmpty())
              .sorted(
                  Comparator.comparing((Evidence one) -> !recurs(one.indicator()))
                      .thenComparing(one -> !isStrong(one.indicator()))
                      .thenComparing(one -> Family.ofRow(one.indicator()).isEmpty()))
              .limit(Math.max(MOST_READ, mostQuotes))
              .toList();
      List<Quote> quotes = new ArrayList<>();
      for (Evidence one : candidates) {
        quote(one).ifPresent(quotes::add);
      }
      quotes.sort(
          Comparator.comparing((Quote quote) -> !recurs(row(quote)))
              .thenComparing(quote -> !isStrong(row(quote)))
              .thenComparing(quote -> Family.ofRow(row(quote)).isEmpty())
              .thenComparing(quote -> quote.signs().getFirst().grade()));
      return quotes;
    }

    /** What several signs stand in is quoted once. */
    private static List<Quote> merged(List<Quote> quotes) {
      List<Quote> merged = new ArrayList<>();
      for (Quote quote : quotes) {
        int known = 0;
        while (known < merged.size() && !merged.get(known).isAs(quote)) {
          known++;
        }
        if (known < merged.size()) {
          merged.set(known, merged.get(known).with(quote));
        } else {
          merged.add(quote);
        }
      }
      return merged;
    }

    private static String row(Quote quote) {
      return quote.signs().getFirst().id();
    }

    private Optional<Quote> quote(Evidence one) throws IOException {
      Optional<AssessedAdvert> advert = index.findAdvert(one.advertId());
      return advert.stream()
          .flatMap(found -> found.indicators().stream())
          .filter(found -> found.id().equals(one.indicator()) && found.scored())
          .findFirst()
          .flatMap(found -> Quote.of(advert.orElseThrow(), found));
    }

    /** Returns what recurs, one row of each family; then what is quoted and in none. */
    private List<Said.Sign> named(List<Quote> quotes) {
      List<String> rows =
          signs.keySet().stream()
              .filter(row -> recurs(row) && Family.ofRow(row).isPresent())
              .sorted(
                  Comparator.comparing((String row) -> !isStrong(row))
                      .thenComparing(row -> !isMain(row))
                      .thenComparing(row -> -signs.getOrDefault(row, 0L))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
      Set<Said.Sign> named = new LinkedHashSet<>();
      Set<Family> families = new LinkedHashSet<>();
      for (String row : rows) {
        Family family = Family.ofRow(row).orElseThrow();
        if (families.add(family)) {
          named.add(new Said.Sign(isMain(row) ? family.label() : "", row));
        }
      }
      Stream<Said.Sign> others =
          quotes.stream()
              .map(Sum::row)
              .filter(row -> recurs(row) && Family.ofRow(row).isEmpty())
              .map(row -> new Said.Sign("", row));
      return Stream.concat(named.stream(), others).limit(MOST_SIGNS).toList();
    }
  }
}
