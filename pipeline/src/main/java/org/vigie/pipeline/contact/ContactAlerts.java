package org.vigie.pipeline.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Indicator;
import org.vigie.advert.Severity;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.Counted;
import org.vigie.pipeline.alert.Recurring;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;
import org.vigie.pipeline.network.NetworkConfig;

/**
 * Decides which contacts a person should look at: such as are watched, and known ones that turn up
 * in a new country with adverts in which indicators of several categories recur.
 *
 * <p>A contact has no risk, and its alert none. One that strangers share, such as a hotline, raises
 * none unless it is watched.
 */
final class ContactAlerts {
  static final String WATCHED = "watched-contact";
  static final String NEW_COUNTRY = "new-country";

  /** Version of the rules; a new one makes new alerts. */
  static final String VERSION = "1";

  private final AlertRuleConfig config;
  private final NetworkConfig networks;
  private final Map<String, WatchedContact> watched = new HashMap<>();
  private final Taxonomy taxonomy;

  ContactAlerts(
      AlertRuleConfig config, NetworkConfig networks, Watchlist watchlist, Taxonomy taxonomy) {
    this.config = config;
    this.networks = networks;
    watchlist.contacts().forEach(contact -> watched.put(contact.key(), contact));
    this.taxonomy = taxonomy;
  }

  /**
   * Returns the id that an alert about a contact has if there is one: another one when it comes
   * back after it was forgotten, since what was told before stays.
   *
   * @param memory number under which the index holds what is known of it
   */
  static String alertId(String key, long memory) {
    return Alert.idOf("contact", VERSION, memory == 0 ? key : key + "\n" + memory);
  }

  /** Returns the alert that a contact calls for, if it does. */
  Optional<Alert> evaluate(ContactProfile profile, ContactState contact) {
    Optional<WatchedContact> watched =
        Optional.ofNullable(this.watched.get(profile.key()))
            .filter(one -> one.isWatchedOn(day(profile.lastSeen())));
    Recurring recurring = Recurring.of(contact.indicators, contact.adverts, taxonomy);
    List<String> moves = isLead(contact, recurring) ? newCountries(contact) : List.of();
    if (watched.isEmpty() && moves.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Alert(
            alertId(profile.key(), contact.memory),
            watched.isPresent() ? WATCHED : NEW_COUNTRY,
            VERSION,
            profile.key(),
            severity(watched, moves),
            profile.lastSeen(),
            headline(profile, watched, moves),
            reasons(profile, recurring, watched, moves),
            recurring.among(contact.evidence.values()),
            profile.mainChannel(),
            null,
            String.join(", ", contact.models.keySet().stream().sorted().toList()),
            taxonomy.version()));
  }

  private boolean isLead(ContactState contact, Recurring recurring) {
    return contact.type.leadsToSomebody()
        && contact.adverts >= config.minClusterSize()
        && recurring.size() >= Math.max(1, config.minIndicators() - 1)
        && recurring.categories() >= config.minCategories()
        && !contact.isSharedByStrangers(networks);
  }

  /** Returns the countries that came when the contact was known elsewhere, with their days. */
  private List<String> newCountries(ContactState contact) {
    List<Map.Entry<String, Instant>> since =
        contact.countrySince.entrySet().stream()
            .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(byKey()))
            .toList();
    if (since.isEmpty()) {
      return List.of();
    }
    Instant known = since.getFirst().getValue().plus(config.knownFor());
    return since.stream()
        .filter(country -> !country.getValue().isBefore(known))
        .map(country -> country.getKey() + " since " + day(country.getValue()))
        .toList();
  }

  private static Comparator<Map.Entry<String, Instant>> byKey() {
    return Map.Entry.comparingByKey();
  }

  private static Severity severity(Optional<WatchedContact> watched, List<String> moves) {
    Severity least = moves.isEmpty() ? Severity.NOTICE : Severity.WARNING;
    Severity asked = watched.map(WatchedContact::severity).orElse(Severity.NOTICE);
    return asked.compareTo(least) > 0 ? asked : least;
  }

  private static String headline(
      ContactProfile profile, Optional<WatchedContact> watched, List<String> moves) {
    String adverts = Counted.of(profile.adverts(), "advert");
    String moved = moves.isEmpty() ? "" : "; in a new country: " + String.join(", ", moves);
    return watched.isPresent()
        ? adverts + " with a watched contact" + moved
        : adverts + " with a contact known for long" + moved;
  }

  private List<String> reasons(
      ContactProfile profile,
      Recurring recurring,
      Optional<WatchedContact> watched,
      List<String> moves) {
    List<String> reasons = new ArrayList<>();
    watched.map(WatchedContact::note).filter(note -> !note.isEmpty()).ifPresent(reasons::add);
    watched.map(WatchedContact::origin).filter(from -> !from.isEmpty()).ifPresent(reasons::add);
    if (!moves.isEmpty()) {
      reasons.add(
          "known since "
              + day(profile.firstSeen())
              + ", new in "
              + String.join(", ", moves)
              + " (rule "
              + NEW_COUNTRY
              + ", version "
              + VERSION
              + ")");
    }
    reasons.addAll(recurring.reasons());
    for (Indicator found : profile.indicators()) {
      reasons.add(found.described() + ": " + found.detail());
    }
    return reasons;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
