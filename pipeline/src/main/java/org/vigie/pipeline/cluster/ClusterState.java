package org.vigie.pipeline.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Template;

/**
 * The sum of the adverts of one cluster, added up so that their order doesn't show.
 *
 * <p>Mutable, with public fields, because Flink keeps it as a POJO; nothing outside this package
 * holds one.
 */
public final class ClusterState {
  /**
   * Texts from which the template is made: those of the smallest ids, so that the choice is the
   * same in any order.
   */
  static final int MAX_TEXTS = 8;

  public long size;
  public Instant firstSeen = Instant.MAX;
  public Instant lastSeen = Instant.MIN;
  public String earliestId = "";

  public Map<String, Long> contacts = new HashMap<>();
  public Map<String, Long> places = new HashMap<>();
  public Map<String, Long> countries = new HashMap<>();
  public Map<String, Long> sites = new HashMap<>();
  public Map<String, Long> channels = new HashMap<>();
  public Map<String, Long> languages = new HashMap<>();
  public Map<String, Long> indicators = new HashMap<>();

  /** Contact → where it was seen. */
  public Map<String, Visits> visits = new HashMap<>();

  public double highestRisk;

  /** Sum of risks in millionths: whole numbers add up to the same in any order. */
  public long riskMillionths;

  public Map<String, String> texts = new HashMap<>();
  public Template template = Template.empty();
  public boolean templateIsStale;

  /** Names under which the cluster, or one merged into it, stands in the index. */
  public List<String> published = new ArrayList<>();

  /** How many alerts about the cluster, or ones merged into it, stand in the index. */
  public int alerts;

  /** Adds an advert that comes for the first time. */
  void add(Member member) {
    size++;
    observe(member);
    member.contacts().forEach(contact -> Counts.plus(contacts, contact, 1));
    Counts.plus(places, member.place(), 1);
    Counts.plus(countries, member.country(), 1);
    Counts.plus(sites, member.site(), 1);
    Counts.plus(channels, member.channel(), 1);
    Counts.plus(languages, member.language(), 1);
    member.indicators().forEach(indicator -> Counts.plus(indicators, indicator, 1));
    highestRisk = Math.max(highestRisk, member.risk());
    riskMillionths += Math.round(member.risk() * 1_000_000);
    addText(member.advertId(), member.text());
  }

  /**
   * Takes note of when an advert was seen: also of one that has come before and was seen earlier
   * still.
   */
  void observe(Member member) {
    earliest(member.time(), member.advertId());
    lastSeen = member.time().isAfter(lastSeen) ? member.time() : lastSeen;
    if (!member.place().isEmpty()) {
      for (String contact : member.contacts()) {
        visits.merge(contact, Visits.none().with(member.place(), member.time()), Visits::with);
      }
    }
  }

  /** Adds all of another cluster. */
  void addAll(ClusterState other) {
    size += other.size;
    earliest(other.firstSeen, other.earliestId);
    lastSeen = other.lastSeen.isAfter(lastSeen) ? other.lastSeen : lastSeen;
    Counts.addAll(contacts, other.contacts);
    Counts.addAll(places, other.places);
    Counts.addAll(countries, other.countries);
    Counts.addAll(sites, other.sites);
    Counts.addAll(channels, other.channels);
    Counts.addAll(languages, other.languages);
    Counts.addAll(indicators, other.indicators);
    other.visits.forEach((contact, seen) -> visits.merge(contact, seen, Visits::with));
    alerts += other.alerts;
    highestRisk = Math.max(highestRisk, other.highestRisk);
    riskMillionths += other.riskMillionths;
    other.texts.forEach(this::addText);
    for (String name : other.published) {
      if (!published.contains(name)) {
        published.add(name);
      }
    }
  }

  /**
   * Returns the name of the cluster: that of its earliest advert, so that replays don't rename it.
   */
  String name() {
    return "c-" + earliestId.substring(2);
  }

  double meanRisk() {
    return riskMillionths / 1_000_000.0 / size;
  }

  /** Returns the template, made anew if the texts it is made from have changed. */
  Template template() {
    if (templateIsStale) {
      template = TemplateAligner.align(new TreeMap<>(texts).values());
      templateIsStale = false;
    }
    return template;
  }

  /** Returns the most places that one contact was seen in within a period. */
  int mostPlacesOfOneContact(Duration period) {
    return visits.values().stream().mapToInt(seen -> seen.mostPlacesWithin(period)).max().orElse(0);
  }

  private void addText(String id, String text) {
    texts.put(id, text);
    templateIsStale = true;
    if (texts.size() > MAX_TEXTS) {
      String last = new TreeMap<>(texts).lastKey();
      texts.remove(last);
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
