package org.vigie.advert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The adverts that stood one after another in one place: under a site's own id, or at an address.
 * Each is a version of the one before.
 *
 * @param place {@code v-} and 20 hexadecimal digits, derived from where they stood by {@link
 *     #placeOf}
 * @param url where they stood, or empty
 * @param versions by time and then id, the last {@link #MAX} of them
 */
public record AdvertVersions(String place, String url, List<Version> versions) {
  /** An advert that is edited every hour for four days tells no more by being edited on. */
  public static final int MAX = 100;

  /**
   * One of them.
   *
   * @param advertId the advert
   * @param since earliest event time at which it stood there
   */
  public record Version(String advertId, Instant since) implements Comparable<Version> {
    private static final Comparator<Version> ORDER =
        Comparator.comparing(Version::since).thenComparing(Version::advertId);

    @Override
    public int compareTo(Version other) {
      return ORDER.compare(this, other);
    }
  }

  public AdvertVersions {
    versions = List.copyOf(versions);
  }

  /**
   * Returns where an advert stands, if another one can take its place: a captured page may hold
   * many adverts, so its address is none's own.
   */
  public static Optional<String> placeOf(Advert advert) {
    if (!isAddressOf(advert)) {
      return Optional.of(ContentId.of("v-", advert.site(), "id", advert.sourceId()));
    }
    Provenance provenance = advert.provenance();
    boolean captured = provenance != null && !provenance.payloadDigest().isEmpty();
    return captured || advert.url().isEmpty()
        ? Optional.empty()
        : Optional.of(ContentId.of("v-", advert.site(), "url", advert.url()));
  }

  /** Returns whether the place of an advert, if it has one, is its address. */
  public static boolean isAddressOf(Advert advert) {
    return advert.sourceId().isEmpty();
  }

  /** Returns these at the alphabetically first of two addresses, so that order doesn't show. */
  public AdvertVersions at(String other) {
    boolean first = !other.isEmpty() && (url.isEmpty() || other.compareTo(url) < 0);
    return first ? new AdvertVersions(place, other, versions) : this;
  }

  /** Returns these and another one, or an earlier time of one of them. */
  public AdvertVersions with(Version version) {
    TreeSet<Version> sorted = new TreeSet<>();
    Version earliest = version;
    for (Version known : versions) {
      if (!known.advertId().equals(version.advertId())) {
        sorted.add(known);
      } else if (known.compareTo(earliest) < 0) {
        earliest = known;
      }
    }
    sorted.add(earliest);
    List<Version> kept = new ArrayList<>(sorted);
    return new AdvertVersions(
        place, url, kept.subList(Math.max(0, kept.size() - MAX), kept.size()));
  }

  /** Returns what became of one of them, and what it came from. */
  public List<Observation> changesOf(String advertId) {
    List<Observation> changes = new ArrayList<>();
    for (int at = 0; at < versions.size(); at++) {
      if (versions.get(at).advertId().equals(advertId)) {
        if (at > 0) {
          String before = versions.get(at - 1).advertId();
          changes.add(change(advertId, versions.get(at), Observation.Kind.EDITED_FROM, before));
        }
        if (at + 1 < versions.size()) {
          Version after = versions.get(at + 1);
          changes.add(change(advertId, after, Observation.Kind.EDITED_INTO, after.advertId()));
        }
      }
    }
    return changes;
  }

  private Observation change(String advertId, Version later, Observation.Kind kind, String other) {
    return new Observation(advertId, later.since(), kind, url, other);
  }
}
