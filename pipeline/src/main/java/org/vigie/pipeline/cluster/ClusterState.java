package org.vigie.pipeline.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Evidence;
import org.vigie.advert.Movement;
import org.vigie.pipeline.contact.Counts;
import org.vigie.pipeline.network.Persons;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.SortedArrayMap;

/**
 * The sum of the adverts of one cluster, added up so that their order doesn't show.
 *
 * <p>Mutable, with public fields, so that counts are added up in place; nothing outside this
 * package holds one.
 */
public final class ClusterState {
  /** The advert under which it stands in state; empty if it doesn't yet. */
  public String root = "";

  public long size;
  public Instant firstSeen = Instant.MAX;
  public Instant lastSeen = Instant.MIN;
  public String earliestId = "";

  /** The smallest id of its adverts, after which it is named; empty until that is known. */
  public String smallestId = "";

  /**
   * Whether it was saved by a release that named it after its earliest advert, and hasn't been
   * {@linkplain #nameAfter named} anew.
   */
  public boolean isNamedAfterEarliest;

  public ClusterCounts counts = new ClusterCounts();

  /** Indicator → where it stands in the advert of the smallest id. */
  public SortedArrayMap<String, Evidence> evidence = new SortedArrayMap<>();

  /** UTC day since 1970 → adverts. */
  public SortedArrayMap<Long, Long> days = new SortedArrayMap<>();

  /** Key of a stored query or watched text → the adverts that match it. */
  public SortedArrayMap<String, Matches> matches = new SortedArrayMap<>();

  /** Contact → where it was seen. */
  public SortedArrayMap<String, Visits> visits = new SortedArrayMap<>();

  public double highestRisk;

  /** Sum of risks in millionths: whole numbers add up to the same in any order. */
  public long riskMillionths;

  /** The smallest {@link Wording} of its texts. */
  public int wording = Wording.NONE;

  /** Whether two of its texts have other words, so that its template has a slot. */
  public boolean textsVary;

  /** Names under which the cluster, or one merged into it, stands in the index. */
  public List<String> published = new ArrayList<>();

  /** Whether the index may place some of its adverts under a former name, which leads to it. */
  public boolean hasFormerNames;

  /** Names under which networks know the cluster, or one merged into it. */
  public List<String> told = new ArrayList<>();

  /** Names under which leads of stored queries know the cluster, or one merged into it. */
  public List<String> led = new ArrayList<>();

  /** How many alerts about the cluster, or ones merged into it, stand in the index. */
  public int alerts;

  /**
   * The last UTC day, since 1970, on which any of its adverts was seen. Not that of {@link
   * #lastSeen}: a page may say that it was posted on whatever day.
   */
  public long stillSeen;

  /** Ruling → {@linkplain Sides side} of it on which the adverts are. */
  public SortedArrayMap<String, Integer> sides = new SortedArrayMap<>();

  /** Returns another that is alike and changes by itself. */
  ClusterState copy() {
    ClusterState copy = new ClusterState();
    copy.root = root;
    copy.size = size;
    copy.firstSeen = firstSeen;
    copy.lastSeen = lastSeen;
    copy.earliestId = earliestId;
    copy.smallestId = smallestId;
    copy.isNamedAfterEarliest = isNamedAfterEarliest;
    copy.counts = counts.copy();
    copy.evidence = new SortedArrayMap<>(evidence);
    copy.days = new SortedArrayMap<>(days);
    copy.matches = new SortedArrayMap<>(matches);
    copy.visits = new SortedArrayMap<>(visits);
    copy.highestRisk = highestRisk;
    copy.riskMillionths = riskMillionths;
    copy.wording = wording;
    copy.textsVary = textsVary;
    copy.published = new ArrayList<>(published);
    copy.hasFormerNames = hasFormerNames;
    copy.told = new ArrayList<>(told);
    copy.led = new ArrayList<>(led);
    copy.alerts = alerts;
    copy.stillSeen = stillSeen;
    copy.sides = new SortedArrayMap<>(sides);
    return copy;
  }

  /** Adds an advert that comes for the first time. */
  void add(Member member) {
    size++;
    observe(member);
    counts.add(member);
    for (Evidence found : member.indicators()) {
      evidence.merge(found.indicator(), found, Evidence::orEarlier);
    }
    Days.count(days, Days.of(member.time()), 1);
    for (String match : member.matches()) {
      matches.merge(match, Matches.one(member.time()), Matches::and);
    }
    highestRisk = Math.max(highestRisk, member.risk());
    riskMillionths += Math.round(member.risk() * 1_000_000);
    addWording(member.wording(), false);
  }

  /**
   * Takes note of when an advert was seen: also of one that has come before and was seen earlier
   * still.
   */
  void observe(Member member) {
    earliest(member.time(), member.advertId());
    smallest(member.advertId());
    lastSeen = member.time().isAfter(lastSeen) ? member.time() : lastSeen;
    stillSeen = Math.max(stillSeen, member.lastDay());
    if (member.town() != null) {
      for (String contact : member.contacts()) {
        visits.merge(contact, Visits.of(member.town(), member.time()), Visits::with);
      }
      boundVisits();
    }
  }

  /** Takes note that an advert that has come before was seen earlier still. */
  void move(long millis, Member member) {
    Instant before = Instant.ofEpochMilli(millis);
    if (millis != 0 && member.time().isBefore(before)) {
      Days.count(days, Days.of(before), -1);
      Days.count(days, Days.of(member.time()), 1);
    }
    for (String match : member.matches()) {
      matches.computeIfPresent(match, (unused, known) -> known.alsoAt(member.time()));
    }
  }

  /** Adds all of another cluster. */
  void addAll(ClusterState other) {
    size += other.size;
    earliest(other.firstSeen, other.earliestId);
    smallest(other.smallestId);
    hasFormerNames |= other.hasFormerNames;
    lastSeen = other.lastSeen.isAfter(lastSeen) ? other.lastSeen : lastSeen;
    counts.addAll(other.counts);
    other.evidence.forEach((id, found) -> evidence.merge(id, found, Evidence::orEarlier));
    other.days.forEach((day, adverts) -> Days.count(days, day, adverts));
    other.matches.forEach((match, more) -> matches.merge(match, more, Matches::and));
    other.visits.forEach((contact, seen) -> visits.merge(contact, seen, Visits::with));
    boundVisits();
    alerts += other.alerts;
    highestRisk = Math.max(highestRisk, other.highestRisk);
    riskMillionths += other.riskMillionths;
    addWording(other.wording, other.textsVary);
    sides.putAll(other.sides);
    stillSeen = Math.max(stillSeen, other.stillSeen);
    addMissing(published, other.published);
    addMissing(told, other.told);
    addMissing(led, other.led);
  }

  /**
   * Puts it under an advert. What was read from state lacks the earliest and the smallest advert
   * where that is the one under which it stands, and all that is called after it.
   */
  ClusterState under(String advert) {
    root = advert;
    boolean isUnnamed = size > 0 && namesake().isEmpty();
    if (size > 0 && earliestId.isEmpty()) {
      earliestId = advert;
      evidence.replaceAll((indicator, found) ->
          found.advertId().isEmpty() ? new Evidence(indicator, advert, found.spans()) : found);
    }
    if (isUnnamed) {
      smallestId = isNamedAfterEarliest ? "" : advert;
      published.replaceAll(name -> name.isEmpty() ? name() : name);
      told.replaceAll(name -> name.isEmpty() ? name() : name);
      led.replaceAll(name -> name.isEmpty() ? subject() : name);
    }
    return this;
  }

  /**
   * Returns the name of the cluster: that of its smallest id. Ids are hashes, so the smallest of n
   * changes some ln n times, in whatever order of time adverts come.
   */
  String name() {
    return "c-" + namesake().substring(2);
  }

  /** Returns the advert after which it is named; empty if that isn't known. */
  String namesake() {
    return isNamedAfterEarliest ? earliestId : smallestId;
  }

  /** Names what an earlier release saved after one of its adverts. */
  void nameAfter(String smallest) {
    isNamedAfterEarliest = false;
    smallestId = smallest;
  }

  /** Returns what leads are about: the cluster, or the one advert that it is. */
  String subject() {
    return size == 1 ? namesake() : name();
  }

  /** Returns how many persons its adverts name, or 0 if that can't be told. */
  long persons() {
    return Persons.count(counts.names, size);
  }

  /** Returns the last UTC day, since 1970, on which any of its adverts was seen. */
  long lastDay() {
    return stillSeen;
  }

  /** Returns the mean risk of the adverts that were assessed; null if none was. */
  @Nullable Double meanRisk() {
    long assessed = counts.assessed();
    return assessed == 0 ? null : riskMillionths / 1_000_000.0 / assessed;
  }

  /** Returns the movement of the contact that leads through the most places, then the fastest. */
  Movement movement() {
    return visits.values().stream()
        .map(Visits::movement)
        .max(
            Comparator.<Movement>comparingInt(movement -> movement.places().size())
                .thenComparing(Movement::kilometresPerDay)
                .thenComparing(movement -> movement.places().toString()))
        .orElse(Movement.none());
  }

  /** Keeps the alphabetically first contacts, as {@link Counts} does. */
  private void boundVisits() {
    while (visits.size() > Counts.MAX_VALUES) {
      visits.remove(visits.lastKey());
    }
  }

  private static void addMissing(List<String> names, List<String> more) {
    more.stream().filter(name -> !names.contains(name)).forEach(names::add);
  }

  void addWording(int other, boolean othersVary) {
    boolean both = wording != Wording.NONE && other != Wording.NONE;
    textsVary |= othersVary || (both && other != wording);
    wording = Math.min(wording, other);
  }

  private void smallest(String id) {
    if (!id.isEmpty() && (smallestId.isEmpty() || id.compareTo(smallestId) < 0)) {
      smallestId = id;
    }
  }

  private void earliest(Instant time, String id) {
    if (id.isEmpty()) {
      return;
    }
    int byTime = time.compareTo(firstSeen);
    if (byTime < 0 || (byTime == 0 && id.compareTo(earliestId) < 0)) {
      firstSeen = time;
      earliestId = id;
    }
  }
}
