package org.vigie.pipeline.contact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.advert.Age;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ContactType;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;
import org.vigie.advert.Movement;
import org.vigie.advert.payment.PaymentKind;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.network.Persons;
import org.vigie.text.finding.FindingWords;

/** Finds the indicators that only all adverts of one contact show. */
public final class ContactIndicators {
  static final String SHARED_CONTACT = IndicatorIds.SHARED_CONTACT;
  static final String ATTRIBUTE_CONFLICT = IndicatorIds.ATTRIBUTE_CONFLICT;
  static final String SHARED_PAYMENT = IndicatorIds.SHARED_PAYMENT_ID;
  static final String LOCATION_VELOCITY = IndicatorIds.LOCATION_VELOCITY;
  static final String CIRCUIT = IndicatorIds.CIRCUIT;
  static final String PERMANENT_AVAILABILITY = IndicatorIds.PERMANENT_AVAILABILITY;
  static final String CONTACTS_OF_ONE_ACCOUNT = IndicatorIds.SEVERAL_CONTACTS_PER_ACCOUNT;
  static final String REUSED_PICTURE = IndicatorIds.REUSED_IMAGE;

  /** Two names may be a name and an alias. */
  private static final int SEVERAL_NAMES = 3;

  private static final int SEVERAL = 2;

  /** Two contacts may be one person's phone and messenger. */
  private static final int SEVERAL_CONTACTS = 3;

  /** What stands beside more contacts is a site's own picture, such as a logo. */
  private static final int MOST_CONTACTS = 50;

  /** Who posts by hand and alone sleeps; where a site tells days alone, all stand in one hour. */
  private static final int MOST_HOURS = 20;

  private final Taxonomy taxonomy;

  public ContactIndicators(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /** Returns what can't all be true of one person, a line each. */
  static List<String> clashes(ContactState contact) {
    FindingWords english = FindingWords.english();
    return Stream.of(clashOfAges(contact), clashOfNames(contact))
        .filter(clash -> !clash.isEmpty())
        .map(english::say)
        .toList();
  }

  private static Finding clash(ContactState contact) {
    Finding ages = clashOfAges(contact);
    Finding names = clashOfNames(contact);
    if (ages.isEmpty() || names.isEmpty()) {
      return ages.isEmpty() ? names : ages;
    }
    Map<String, String> both = new HashMap<>(ages.arguments());
    both.putAll(names.arguments());
    return new Finding("clash-of-ages-and-names", both);
  }

  private static Finding clashOfAges(ContactState contact) {
    List<Age> ages = contact.statedAges();
    int youngest = ages.stream().mapToInt(Age::most).min().orElse(0);
    int oldest = ages.stream().mapToInt(Age::least).max().orElse(0);
    long passed = Duration.between(contact.firstSeen(), contact.lastSeen()).toDays() / 365 + 1;
    // An account may be an office's.
    return contact.type.leadsToSomebody() && oldest - youngest > passed
        ? Finding.of("clash-of-ages").with("youngest", youngest).with("oldest", oldest)
        : Finding.NONE;
  }

  private static Finding clashOfNames(ContactState contact) {
    int persons = persons(contact);
    return contact.type.leadsToSomebody() && persons >= SEVERAL_NAMES
        ? Finding.of("clash-of-names").with("names", persons)
        : Finding.NONE;
  }

  private static int persons(ContactState contact) {
    return Persons.count(contact.names, contact.adverts);
  }

  /**
   * Returns the ids of the scored indicators that each contact shows over some adverts.
   *
   * @param networks from when on strangers share a contact, so that it shows none
   */
  public Map<String, List<String>> over(List<AssessedAdvert> adverts, NetworkConfig networks) {
    Map<String, ContactState> contacts = new HashMap<>();
    for (AssessedAdvert advert : adverts) {
      for (ContactUse use : ContactUse.of(advert, null)) {
        contacts.computeIfAbsent(use.contact(), unused -> new ContactState()).add(use);
      }
    }
    Map<String, List<String>> shown = new HashMap<>();
    contacts.forEach((key, contact) -> {
      Journey journey = new Journey(contact.stands.values());
      List<Indicator> found =
          of(key, contact, journey.movement(), journey.circuit(), clashes(contact));
      shown.put(key, signs(contact, found, networks));
    });
    return shown;
  }

  /**
   * Returns the ids of those of a contact's indicators that clusters show, too: none if strangers
   * share it.
   */
  static List<String> signs(ContactState contact, List<Indicator> found, NetworkConfig networks) {
    return contact.type.leadsToSomebody() && !contact.isSharedByStrangers(networks)
        ? found.stream().filter(Indicator::scored).map(Indicator::id).toList()
        : List.of();
  }

  /**
   * Returns the indicators of a contact, in order of their ids.
   *
   * @param key {@link org.vigie.advert.Contact#key}
   */
  List<Indicator> of(
      String key,
      ContactState contact,
      Movement movement,
      List<String> circuit,
      List<String> clashes) {
    if (contact.type == ContactType.ACCOUNT) {
      return account(contact);
    }
    if (contact.type == ContactType.PICTURE) {
      return picture(contact);
    }
    List<Indicator> found = new ArrayList<>();
    if (PaymentKind.of(key).isPresent()
        && (contact.adverts >= SEVERAL || contact.beside.size() >= SEVERAL)) {
      found.add(
          indicator(
              SHARED_PAYMENT,
              Finding.of("payment-shared")
                  .with("adverts", contact.adverts)
                  .with("contacts", contact.beside.size())));
    }
    found.addAll(movement(movement));
    if (!circuit.isEmpty()) {
      found.add(indicator(CIRCUIT, Finding.of("circuit").with("places", circuit.size())));
    }
    int persons = persons(contact);
    if (persons >= SEVERAL_NAMES) {
      found.add(
          indicator(SHARED_CONTACT, Finding.of("one-contact-for-names").with("names", persons)));
    }
    if (!clashes.isEmpty()) {
      found.add(indicator(ATTRIBUTE_CONFLICT, clash(contact)));
    }
    long hours = contact.hours();
    if (hours >= MOST_HOURS) {
      found.add(indicator(PERMANENT_AVAILABILITY, Finding.of("hours-of-day").with("hours", hours)));
    }
    found.sort(Comparator.comparing(Indicator::id));
    return found;
  }

  private List<Indicator> account(ContactState account) {
    int contacts = account.beside.size();
    return contacts < SEVERAL_CONTACTS
        ? List.of()
        : List.of(
            indicator(
                CONTACTS_OF_ONE_ACCOUNT,
                Finding.of("account-with-contacts").with("contacts", contacts)));
  }

  /** A contact that stands in all adverts of the picture may be the one whose picture it is. */
  private List<Indicator> picture(ContactState picture) {
    int contacts = picture.beside.size();
    boolean shared =
        contacts >= SEVERAL_CONTACTS
            && contacts <= MOST_CONTACTS
            && picture.beside.values().stream().noneMatch(adverts -> adverts == picture.adverts);
    return shared
        ? List.of(
            indicator(
                REUSED_PICTURE,
                Finding.of("picture-of-contacts")
                    .with("adverts", picture.adverts)
                    .with("contacts", contacts)))
        : List.of();
  }

  /** Returns whether the index is to know of an account or a picture: few tell of anything. */
  static boolean tells(ContactState contact) {
    return contact.type.leadsToSomebody() || contact.beside.size() >= SEVERAL_CONTACTS;
  }

  /** Returns the indicator of movement, if a movement leads through enough places. */
  public List<Indicator> movement(Movement movement) {
    if (movement.places().size() < Journey.MIN_PLACES) {
      return List.of();
    }
    return List.of(
        indicator(
            LOCATION_VELOCITY,
            Finding.of("fast-movement")
                .with("places", movement.places().size())
                .with("kilometres", whole(movement.kilometres()))
                .with("days", movement.days())
                .with("pace", whole(movement.kilometresPerDay()))));
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  private Indicator indicator(String id, Finding found) {
    return taxonomy.indicator(id, List.of(), found);
  }
}
