package org.vigie.search.hidden;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Evidence;
import org.vigie.advert.Indicator;
import org.vigie.advert.Movement;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Pace;
import org.vigie.search.document.AdvertQueries;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.document.Orders;

/**
 * Clusters and contacts as they come to without the adverts that are hidden.
 *
 * <p>What is counted is what was counted less what the hidden adverts add; times, days, the highest
 * risk and examples are looked up anew among the others. What only the stream can make of all of
 * them isn't told of the rest: how a group is assessed, what it shows as a whole, how it moves, how
 * many persons it names.
 */
public final class ShownSums {
  private final HiddenThings hidden;
  private final IndexDocuments shown;
  private final AdvertQueries adverts;
  private final ShownNetworks networks;

  /**
   * @param shown the index without what is hidden
   */
  public ShownSums(HiddenThings hidden, IndexDocuments shown, ClusterNames clusters) {
    this.hidden = hidden;
    this.shown = shown;
    this.adverts = new AdvertQueries(clusters);
    this.networks = new ShownNetworks(hidden, shown, adverts);
  }

  public ShownNetworks networks() {
    return networks;
  }

  /** Returns how many adverts are shown of clusters of which some aren't. */
  public static Map<String, Long> sizes(HiddenThings hidden, IndexDocuments whole)
      throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    for (var cluster : hidden.inClusters().entrySet()) {
      Optional<ClusterProfile> found =
          whole.find(Kind.CLUSTER, cluster.getKey(), ClusterProfile.class);
      found.ifPresent(
          all -> sizes.put(cluster.getKey(), left(all.size(), cluster.getValue().adverts())));
    }
    return sizes;
  }

  /** Nothing that is shown has no advert, whatever a cluster that was forgotten says. */
  static long left(long all, long gone) {
    return Math.max(1, all - gone);
  }

  /** Returns whether every cluster and network is shown as it is, or not at all. */
  public boolean shortensNone() {
    return hidden.inClusters().isEmpty()
        && hidden.inNetworks().isEmpty()
        && hidden.networks().isEmpty();
  }

  /** Returns how many records to read so that a number of them is left. */
  public int asMany(int limit) {
    long more = (long) limit + hidden.inClusters().size() + hidden.inNetworks().size();
    return (int) Math.min(Integer.MAX_VALUE, limit == 0 ? 0 : more);
  }

  public Optional<ClusterProfile> ofCluster(Optional<ClusterProfile> found) throws IOException {
    return found.isEmpty() ? found : Optional.of(of(found.get()));
  }

  /** Returns those of at least a size, the largest first. */
  public List<ClusterProfile> ofClusters(List<ClusterProfile> found, int minSize, int limit)
      throws IOException {
    List<ClusterProfile> left = new ArrayList<>();
    for (ClusterProfile cluster : found) {
      ClusterProfile of = of(cluster);
      if (of.size() >= minSize) {
        left.add(of);
      }
    }
    left.sort(
        Comparator.comparingLong(ClusterProfile::size)
            .reversed()
            .thenComparing(ClusterProfile::id));
    return left.stream().limit(limit).toList();
  }

  private ClusterProfile of(ClusterProfile all) throws IOException {
    PartTally gone = hidden.inClusters().get(all.id());
    if (gone == null) {
      return all;
    }
    Extent extent = Extent.of(shown, adverts.ofCluster(all.id()));
    Map<String, Long> indicators = gone.takenFrom(all.advertIndicators(), PartTally.Of.INDICATOR);
    return new ClusterProfile(
        all.id(),
        left(all.size(), gone.adverts()),
        extent.first(all.firstSeen()),
        extent.last(all.lastSeen()),
        gone.takenFrom(all.contacts(), PartTally.Of.CONTACT),
        gone.takenFrom(all.places(), PartTally.Of.PLACE),
        gone.takenFrom(all.countries(), PartTally.Of.COUNTRY),
        gone.takenFrom(all.sites(), PartTally.Of.SITE),
        gone.takenFrom(all.channels(), PartTally.Of.CHANNEL),
        gone.takenFrom(all.languages(), PartTally.Of.LANGUAGE),
        indicators,
        List.of(),
        examples(
            all.evidence().stream().filter(e -> indicators.containsKey(e.indicator())).toList(),
            adverts.ofCluster(all.id())),
        gone.takenFrom(all.models(), PartTally.Of.MODEL),
        Pace.of(extent.days()),
        extent.highestRisk(),
        gone.meanOfOthers(all.meanRisk(), all.assessedAdverts()),
        all.template(),
        0,
        null);
  }

  public Optional<ContactProfile> ofContact(Optional<ContactProfile> found) throws IOException {
    return found.isEmpty() ? found : Optional.of(of(found.get()));
  }

  private ContactProfile of(ContactProfile all) throws IOException {
    PartTally gone = hidden.inContacts().get(all.key());
    if (gone == null) {
      return all;
    }
    Extent extent = Extent.of(shown, IndexDocuments.naming(all.key()));
    return new ContactProfile(
        all.key(),
        all.type(),
        all.country(),
        left(all.adverts(), gone.adverts()),
        Math.max(0, all.disguised() - gone.adverts(PartTally.Of.DISGUISED_CONTACT, all.key())),
        day(extent.first(all.firstSeen())),
        day(extent.last(all.lastSeen())),
        Pace.of(extent.days()).most(),
        gone.takenFrom(all.names(), PartTally.Of.NAME),
        gone.takenFrom(all.ages(), PartTally.Of.AGE),
        gone.takenFrom(all.prices(), PartTally.Of.PRICE),
        gone.takenFrom(all.places(), PartTally.Of.PLACE),
        gone.takenFrom(all.countries(), PartTally.Of.COUNTRY),
        gone.takenFrom(all.languages(), PartTally.Of.LANGUAGE),
        gone.takenFrom(all.channels(), PartTally.Of.CHANNEL),
        gone.takenFrom(all.sites(), PartTally.Of.SITE),
        gone.takenFrom(all.employers(), PartTally.Of.EMPLOYER),
        gone.takenFrom(all.beside(), PartTally.Of.CONTACT),
        Movement.none(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Instant day(Instant time) {
    return time.truncatedTo(ChronoUnit.DAYS);
  }

  /** Returns the shown adverts that something is about of which not all is shown. */
  Optional<Query> advertsOf(String subject) throws IOException {
    if (hidden.inClusters().containsKey(subject)) {
      return Optional.of(adverts.ofCluster(subject));
    }
    if (hidden.inContacts().containsKey(subject)) {
      return Optional.of(IndexDocuments.naming(subject));
    }
    HiddenPart gone = hidden.inNetworks().get(subject);
    Optional<NetworkProfile> network =
        gone == null
            ? Optional.empty()
            : networks.of(shown.find(Kind.NETWORK, subject, NetworkProfile.class));
    return network.isEmpty()
        ? Optional.empty()
        : Optional.of(adverts.ofClusters(network.get().clusters().keySet()));
  }

  /** Returns evidence from some adverts, with another example where one isn't among them. */
  List<Evidence> examples(List<Evidence> evidence, Query from) throws IOException {
    List<Evidence> examples = new ArrayList<>();
    for (Evidence one : evidence) {
      if (hidden.adverts().contains(one.advertId())) {
        example(one.indicator(), from).ifPresent(examples::add);
      } else {
        examples.add(one);
      }
    }
    return examples;
  }

  private Optional<Evidence> example(String indicator, Query from) throws IOException {
    for (AssessedAdvert advert :
        shown.records(
            AdvertQueries.showing(indicator, from),
            1,
            new Sort(Orders.BY_ID),
            AssessedAdvert.class)) {
      for (Indicator found : advert.indicators()) {
        if (found.id().equals(indicator)) {
          return Optional.of(Evidence.of(found, advert.advert().id()));
        }
      }
    }
    return Optional.empty();
  }
}
