package org.vigie.advert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of one phone, handle, e-mail address, wallet or bank account: the sum of the
 * adverts that name it.
 *
 * @param key the contact as {@link Contact#key} writes it
 * @param type what kind of contact it is
 * @param country ISO 3166-1 alpha-2 code of a phone's country in capitals, or empty
 * @param adverts number of different adverts
 * @param disguised how many of them write it so that it can be read only after undoing a disguise
 * @param firstSeen begin of the UTC day of the first
 * @param lastSeen begin of the UTC day of the last
 * @param busiestDay most adverts of one day
 * @param names person's name → number of adverts that give it beside the contact
 * @param ages age → number of adverts
 * @param prices price → number of adverts
 * @param places declared place → number of adverts
 * @param countries declared country → number of adverts
 * @param languages language → number of adverts
 * @param channels channel label → number of adverts
 * @param sites site → number of adverts
 * @param employers declared employer → number of adverts
 * @param beside key of another contact → number of adverts that name both
 * @param movement its fastest stretch
 * @param circuit names of places it went through in the same order at least twice, or none
 * @param clashes what can't all be true of one person, a line each
 * @param indicators what it shows as a whole
 */
public record ContactProfile(
    String key,
    ContactType type,
    String country,
    long adverts,
    long disguised,
    Instant firstSeen,
    Instant lastSeen,
    long busiestDay,
    Map<String, Long> names,
    Map<String, Long> ages,
    Map<String, Long> prices,
    Map<String, Long> places,
    Map<String, Long> countries,
    Map<String, Long> languages,
    Map<String, Long> channels,
    Map<String, Long> sites,
    Map<String, Long> employers,
    Map<String, Long> beside,
    Movement movement,
    List<String> circuit,
    List<String> clashes,
    List<Indicator> indicators) {
  /**
   * Values that are kept of each kind, the alphabetically first: more tell no more of who is behind
   * a contact.
   */
  public static final int MAX_VALUES = 100;

  public ContactProfile {
    names = Map.copyOf(names);
    ages = Map.copyOf(ages);
    prices = Map.copyOf(prices);
    places = Map.copyOf(places);
    countries = Map.copyOf(countries);
    languages = Map.copyOf(languages);
    channels = Map.copyOf(channels);
    sites = Map.copyOf(sites);
    employers = Map.copyOf(employers);
    beside = Map.copyOf(beside);
    circuit = List.copyOf(circuit);
    clashes = List.copyOf(clashes);
    indicators = List.copyOf(indicators);
  }

  /**
   * Returns the sum of this and of what is known of the same contact from another time, with no
   * advert in both. Counts add up; of movements the fastest one stands, of circuits the longest,
   * and of what the contact shows as a whole all that it showed at either time.
   */
  public ContactProfile and(ContactProfile other) {
    boolean isLater = lastSeen.isAfter(other.lastSeen);
    ContactProfile earlier = isLater ? other : this;
    ContactProfile later = isLater ? this : other;
    return new ContactProfile(
        key,
        type,
        later.country.isEmpty() ? earlier.country : later.country,
        adverts + other.adverts,
        disguised + other.disguised,
        firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
        later.lastSeen,
        Math.max(busiestDay, other.busiestDay),
        sum(names, other.names),
        sum(ages, other.ages),
        sum(prices, other.prices),
        sum(places, other.places),
        sum(countries, other.countries),
        sum(languages, other.languages),
        sum(channels, other.channels),
        sum(sites, other.sites),
        sum(employers, other.employers),
        sum(beside, other.beside),
        earlier.movement.kilometresPerDay() > later.movement.kilometresPerDay()
            ? earlier.movement
            : later.movement,
        earlier.circuit.size() > later.circuit.size() ? earlier.circuit : later.circuit,
        Stream.concat(earlier.clashes.stream(), later.clashes.stream()).distinct().toList(),
        both(earlier.indicators, later.indicators));
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    TreeMap<String, Long> sum = new TreeMap<>(one);
    other.forEach((value, times) -> sum.merge(value, times, Long::sum));
    while (sum.size() > MAX_VALUES) {
      sum.pollLastEntry();
    }
    return sum;
  }

  /** Returns the indicators of either time, the later of two of one id, in order of their ids. */
  private static List<Indicator> both(List<Indicator> earlier, List<Indicator> later) {
    TreeMap<String, Indicator> both = new TreeMap<>();
    earlier.forEach(indicator -> both.put(indicator.id(), indicator));
    later.forEach(indicator -> both.put(indicator.id(), indicator));
    return List.copyOf(both.values());
  }

  /** Returns the value alone, such as {@code +33639980001}. */
  public String value() {
    return key.substring(key.indexOf(':') + 1);
  }

  /** Returns the channel that most of its adverts stand in, the alphabetically first of equals. */
  public String mainChannel() {
    return channels.entrySet().stream()
        .min(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
