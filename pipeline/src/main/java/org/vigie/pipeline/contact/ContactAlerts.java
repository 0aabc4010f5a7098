package org.vigie.pipeline.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Finding;
import org.vigie.advert.Severity;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.Recurring;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.state.Days;
import org.vigie.text.finding.EnglishLines;
import org.vigie.text.finding.SignLines;
import org.vigie.text.safe.Words;

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
            .filter(one -> one.isWatchedOn(lastDay(profile, contact)));
    Recurring recurring = Recurring.of(contact.indicators, contact.adverts, taxonomy);
    List<Finding> moves = isLead(contact, recurring) ? newCountries(contact) : List.of();
    if (watched.isEmpty() && moves.isEmpty()) {
      return Optional.empty();
    }
    EnglishLines told =
        EnglishLines.of(
            headline(profile, watched, moves), reasons(profile, recurring, watched, moves));
    return Optional.of(
        new Alert(
            alertId(profile.key(), contact.memory),
            watched.isPresent() ? WATCHED : NEW_COUNTRY,
            VERSION,
            profile.key(),
            severity(watched, moves),
            profile.lastSeen(),
            told.headline(),
            told.reasons(),
            recurring.among(contact.evidence.values()),
            profile.mainChannel(),
            null,
            String.join(", ", contact.models.keySet().stream().sorted().toList()),
            taxonomy.version(),
            told.lines()));
  }

  private boolean isLead(ContactState contact, Recurring recurring) {
    return contact.type.leadsToSomebody()
        && contact.adverts >= config.campaign().adverts()
        && recurring.size() >= Math.max(1, config.campaign().indicators() - 1)
        && recurring.categories() >= config.campaign().categories()
        && !contact.isSharedByStrangers(networks);
  }

  /** Returns the countries that came when the contact was known elsewhere, with their days. */
  private List<Finding> newCountries(ContactState contact) {
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
        .map(country ->
            Finding.of("country-since")
                .with("country", country.getKey())
                .with("day", Words.day(country.getValue())))
        .toList();
  }

  private static Comparator<Map.Entry<String, Instant>> byKey() {
    return Map.Entry.comparingByKey();
  }

  private static Severity severity(Optional<WatchedContact> watched, List<Finding> moves) {
    Severity least = moves.isEmpty() ? Severity.NOTICE : Severity.WARNING;
    Severity asked = watched.map(WatchedContact::severity).orElse(Severity.NOTICE);
    return asked.compareTo(least) > 0 ? asked : least;
  }

  private static AlertLine headline(
      ContactProfile profile, Optional<WatchedContact> watched, List<Finding> moves) {
    Finding headline = Finding.of(watched.isPresent() ? "watched-contact" : "known-contact");
    return AlertLine.of(headline.with("adverts", profile.adverts()), moves);
  }

  private List<AlertLine> reasons(
      ContactProfile profile,
      Recurring recurring,
      Optional<WatchedContact> watched,
      List<Finding> moves) {
    List<AlertLine> reasons = new ArrayList<>();
    watched.ifPresent(contact -> addWhy(contact, reasons));
    if (!moves.isEmpty()) {
      reasons.add(moved(profile, moves));
    }
    reasons.addAll(recurring.reasons());
    profile.indicators().forEach(found -> reasons.add(SignLines.ofGroup(found)));
    return reasons;
  }

  /** Adds why a contact is watched, in the words of who watches it. */
  private static void addWhy(WatchedContact contact, List<AlertLine> reasons) {
    if (!contact.note().isEmpty()) {
      reasons.add(AlertLine.of(SignLines.text(contact.note())));
    }
    if (!contact.origin().isEmpty()) {
      reasons.add(AlertLine.of(Finding.of("watch-origin"), contact.origin()));
    }
  }

  private static AlertLine moved(ContactProfile profile, List<Finding> moves) {
    Finding known = Finding.of("new-country").with("day", Words.day(profile.firstSeen()));
    return AlertLine.of(known.with("rule", NEW_COUNTRY).with("version", VERSION), moves);
  }

  /** A page may say that it was posted on whatever day: what counts is when it was seen, then. */
  private static LocalDate lastDay(ContactProfile profile, ContactState contact) {
    return LocalDate.ofEpochDay(Math.min(Days.of(profile.lastSeen()), contact.lastDay));
  }
}
