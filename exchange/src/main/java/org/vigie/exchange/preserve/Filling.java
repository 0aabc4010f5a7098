package org.vigie.exchange.preserve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vigie.advert.Advert;
import org.vigie.advert.Provenance;
import org.vigie.advert.SeenTimes;
import org.vigie.advert.Sighting;
import org.vigie.exchange.evidence.EvidenceItem;

/** What a part of a form is filled from. */
public enum Filling {
  /** The authority that the mandate names. */
  AUTHORITY(wish -> List.of(wish.mandate().authority())),

  /** The legal basis of the mandate. */
  LEGAL_BASIS(wish -> List.of(wish.mandate().legalBasis())),

  /** The purpose of the mandate. */
  PURPOSE(wish -> List.of(wish.mandate().purpose())),

  /** The case that the mandate belongs to. */
  CASE(wish -> List.of(wish.mandate().caseId())),

  /** To whom the draft is addressed. */
  RECIPIENT(wish -> List.of(wish.recipient())),

  /** The accounts that posted, and the site's own names of the adverts. */
  ACCOUNTS(wish -> ofItems(wish, Filling::accounts)),

  /** The exact addresses at which the adverts stood. */
  ADDRESSES(wish -> ofItems(wish, Filling::addresses)),

  /** When each advert was seen and when its site says it was posted, in UTC. */
  TIMES(wish -> ofItems(wish, Filling::times)),

  /** SHA-256 of the captured pages. */
  HASHES(wish -> ofItems(wish, Filling::hashes)),

  /** Nothing that a machine knows: a person says it. */
  TYPED(wish -> List.of());

  private final Function<PreservationWish, List<String>> values;

  Filling(Function<PreservationWish, List<String>> values) {
    this.values = values;
  }

  /** Returns what is known, a line each; nothing if it isn't known. */
  List<String> of(PreservationWish wish) {
    return values.apply(wish).stream().filter(line -> !line.isBlank()).distinct().toList();
  }

  private static List<String> ofItems(
      PreservationWish wish, Function<EvidenceItem, List<String>> values) {
    return wish.items().stream().flatMap(item -> values.apply(item).stream()).toList();
  }

  private static List<String> accounts(EvidenceItem item) {
    Advert advert = item.advert().advert();
    List<String> accounts = new ArrayList<>(List.of(advert.account()));
    if (!advert.sourceId().isEmpty()) {
      accounts.add(advert.site() + " " + advert.sourceId());
    }
    return accounts;
  }

  private static List<String> addresses(EvidenceItem item) {
    List<String> addresses = new ArrayList<>(List.of(item.advert().advert().url()));
    Sighting sighting = item.sighting();
    if (sighting != null) {
      addresses.addAll(sighting.urls());
    }
    return addresses;
  }

  private static List<String> times(EvidenceItem item) {
    Advert advert = item.advert().advert();
    SeenTimes times = SeenTimes.of(advert, item.sighting());
    Instant posted = advert.postedAt();
    String seen = "%s %s – %s".formatted(item.id(), times.first(), times.last());
    return List.of(posted == null ? seen : seen + " (" + posted + ")");
  }

  private static List<String> hashes(EvidenceItem item) {
    Provenance provenance = item.advert().advert().provenance();
    return provenance == null || provenance.payloadDigest().isEmpty()
        ? List.of()
        : List.of(item.id() + " " + provenance.payloadDigest());
  }
}
