package org.vigie.casework.seeds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;

/** The seeds that the adverts of an index propose; what is restricted there proposes none. */
public final class SeedProposals {
  /** Adverts told of each. */
  private static final int MOST_NAMED = 3;

  /** From here on an advert counts as a lead, as for outcomes that tell risk alone. */
  private static final double LEAD = 0.5;

  private final Map<ProposedSeed.Address, List<String>> namedBy = new LinkedHashMap<>();
  private final Map<ProposedSeed.Address, Long> adverts = new HashMap<>();

  private SeedProposals() {}

  /**
   * Returns what the adverts of a query propose, what most of them name first.
   *
   * @param query in the query language; empty for all adverts
   * @param leadsOnly whether adverts without risk propose nothing
   */
  public static List<ProposedSeed> of(AdvertIndex index, String query, boolean leadsOnly)
      throws IOException {
    SeedProposals proposals = new SeedProposals();
    index.forEachAdvert(
        query,
        hit -> {
          if (!leadsOnly || isLead(hit)) {
            proposals.add(hit.advert());
          }
        });
    return proposals.list();
  }

  private static boolean isLead(SearchResult.Hit hit) {
    return hit.risk().probability() >= LEAD || hit.advert().rankedRisk() >= LEAD;
  }

  private void add(AssessedAdvert advert) {
    String forwarded = advert.advert().fields().getOrDefault(Advert.CONTEXT + "forwardedFrom", "");
    Stream.concat(
            PublicPlace.ofForwarded(forwarded).stream(),
            advert.contacts().stream()
                .flatMap(named -> PublicPlace.of(named, advert.advert().site()).stream()))
        .distinct()
        .forEach(place -> add(place, advert.advert().id()));
  }

  private void add(ProposedSeed.Address place, String advert) {
    adverts.merge(place, 1L, Long::sum);
    List<String> ids = namedBy.computeIfAbsent(place, one -> new ArrayList<>());
    if (ids.size() < MOST_NAMED) {
      ids.add(advert);
    }
  }

  private List<ProposedSeed> list() {
    return namedBy.entrySet().stream()
        .map(one ->
            new ProposedSeed(one.getKey(), adverts.getOrDefault(one.getKey(), 0L), one.getValue()))
        .sorted(
            Comparator.comparingLong(ProposedSeed::adverts)
                .reversed()
                .thenComparing(seed -> seed.address().url()))
        .toList();
  }
}
