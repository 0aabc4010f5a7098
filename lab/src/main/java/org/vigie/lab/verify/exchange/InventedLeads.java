package org.vigie.lab.verify.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;
import org.vigie.advert.Outcome;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Provenance;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.ExportHeader;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.exchange.partner.SharedAdvert;

/**
 * Invented adverts with contacts of every kind, whose names hold signs that have a meaning in one
 * of the formats.
 */
final class InventedLeads {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String MODEL = "invented-1";

  private static final ExportHeader HEADER =
      new ExportHeader("Unit 7 <Example> & co", Tlp.AMBER, NOON);
  private static final List<String> NETWORKS =
      List.of("bitcoin", "ethereum", "litecoin", "monero", "tron");
  private static final List<String> SERVICES =
      List.of("telegram", "whatsapp", "mpesa", "paypal", "instagram", "till");
  private static final String ODD = "abcXYZ019_.-'\"\\[]{}<>&=;,: \u00E9\u0645\u4E2D";
  private static final String SIGN = "Passport is kept";
  private static final String IN_PICTURE = Advert.PICTURE_MARK + " Telegram @board-";
  private static final int MOST_CONTACTS = 6;

  private final List<AssessedAdvert> adverts;

  /** Draws some adverts; the first names an account. */
  InventedLeads(long seed, int count) {
    Random random = new Random(seed);
    List<AssessedAdvert> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(draw(random, i));
    }
    adverts = List.copyOf(drawn);
  }

  List<AssessedAdvert> adverts() {
    return adverts;
  }

  /** Returns all of them in a format, in one document. */
  String written(PartnerFormat format) {
    return format.write(HEADER, adverts.stream().map(InventedLeads::handed).toList());
  }

  /** Returns a document for each that names money. */
  List<String> eachWritten(PartnerFormat format) {
    return adverts.stream()
        .filter(advert -> advert.contacts().stream().anyMatch(InventedLeads::isMoney))
        .map(advert -> format.write(HEADER, List.of(handed(advert))))
        .toList();
  }

  /** Returns a document of an advert with hundreds of contacts, some of them of signs of XML. */
  static String crowded(PartnerFormat format) {
    List<Contact> many = new ArrayList<>();
    many.add(Contact.declared(ContactType.WALLET, "bitcoin:" + "]]>&<\"".repeat(40)));
    many.add(Contact.declared(ContactType.HANDLE, "telegram:" + "]]>&<\u0001\"\uD83D"));
    many.add(Contact.declared(ContactType.WALLET, "]]>&\u0001".repeat(90) + ":1"));
    for (int i = 0; i < 600; i++) {
      String name = "telegram:example_" + "x".repeat(40) + i;
      many.add(Contact.declared(ContactType.HANDLE, name));
    }
    Advert advert = draw(new Random(1), 0).advert();
    return format.write(HEADER, List.of(handed(assessed(advert, many, Entities.none()))));
  }

  /** Returns an advert as it is where a page of it was captured. */
  static AssessedAdvert captured(AssessedAdvert assessed, Provenance place) {
    return assessed(advert(assessed.advert(), place), assessed.contacts(), assessed.entities());
  }

  private static SharedAdvert handed(AssessedAdvert advert) {
    return new SharedAdvert(advert, cluster(advert));
  }

  /** Returns the cluster that an advert is in, with a few others. */
  static String cluster(AssessedAdvert advert) {
    String id = advert.advert().id();
    return "c-" + id.substring(id.length() - 2);
  }

  private static boolean isMoney(Contact contact) {
    return contact.type() == ContactType.IBAN || contact.type() == ContactType.WALLET;
  }

  private static AssessedAdvert draw(Random random, int number) {
    List<Contact> contacts = new ArrayList<>();
    if (number == 0) {
      contacts.add(contact(ContactType.IBAN, random));
    }
    for (int i = random.nextInt(MOST_CONTACTS); i >= 0; i--) {
      ContactType[] types = ContactType.values();
      contacts.add(contact(types[random.nextInt(types.length)], random));
    }
    Instant seen = NOON.plus(Duration.ofDays(number));
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "board.example.org", seen)
            .title("Staff wanted " + number + " " + odd(random))
            .body(SIGN + " by the boss.\n" + odd(random))
            .url("https://board.example.org/" + number)
            .postedAt(seen.minus(Duration.ofHours(1)))
            .country("FR")
            .place("Lyon")
            .mandate("trial")
            .field(Advert.PICTURES, number % 5 == 0 ? IN_PICTURE + number : "")
            .build();
    if (number % 5 == 0) {
      String text = advert.text();
      Span place = new Span(text.indexOf("board-"), text.length());
      contacts.add(new Contact(ContactType.HANDLE, "telegram:board-" + number, "", place, 0));
    }
    double euros = 10 + random.nextInt(90);
    Price price = new Price(euros, euros, "EUR", PricePeriod.ONCE, new Span(0, 0));
    List<Price> prices = random.nextBoolean() ? List.of(price) : List.of();
    List<String> numbers = number % 3 == 0 ? List.of("063998%04d".formatted(number)) : List.of();
    return assessed(
        advert,
        contacts,
        new Entities(prices, List.of(), List.of(), List.of(), List.of(), numbers));
  }

  private static Advert advert(Advert pattern, Provenance place) {
    return new Advert(
        pattern.id(),
        pattern.sourceId(),
        pattern.channel(),
        pattern.site(),
        pattern.url(),
        pattern.postedAt(),
        pattern.seenAt(),
        pattern.title(),
        pattern.body(),
        pattern.language(),
        pattern.country(),
        pattern.place(),
        pattern.fields(),
        pattern.mandate(),
        place);
  }

  private static AssessedAdvert assessed(Advert advert, List<Contact> contacts, Entities entities) {
    int at = advert.text().indexOf(SIGN);
    Indicator sign =
        new Indicator(
            IndicatorIds.IDENTITY_DOCUMENT_DEMANDED_EARLY,
            "identity document kept",
            "control",
            EvidenceGrade.TESTED_PREDICTIVE,
            true,
            List.of(new Span(at, at + SIGN.length())),
            "");
    Assessment assessment =
        new Assessment(
            "recruitment",
            Outcome.RISK,
            0.75,
            1.1,
            List.of(new Reason("identity document kept", 1.5, List.of())),
            MODEL,
            "taxonomy-1");
    return new AssessedAdvert(advert, "en", contacts, entities, List.of(sign), List.of(assessment));
  }

  private static Contact contact(ContactType type, Random random) {
    String name = odd(random);
    int number = random.nextInt(1000);
    return Contact.declared(
        type,
        switch (type) {
          case PHONE -> "+4477009%05d".formatted(number);
          case EMAIL -> "x%d@example.org".formatted(number);
          case HANDLE -> SERVICES.get(random.nextInt(SERVICES.size())) + ":" + name;
          case URL -> "https://example.org/" + number + "?q=" + name.replace(' ', '+');
          case IBAN -> "GB33BUKB%014d".formatted(number);
          case WALLET -> NETWORKS.get(random.nextInt(NETWORKS.size())) + ":1x" + number;
          case ACCOUNT -> "example.org " + name;
          case PICTURE -> "sha256:" + "%064x".formatted(number);
        });
  }

  /** Neither end is blank: blanks around a contact are nobody's. */
  private static String odd(Random random) {
    StringBuilder name = new StringBuilder("n");
    for (int i = random.nextInt(8); i > 0; i--) {
      name.append(ODD.charAt(random.nextInt(ODD.length())));
    }
    return name.append(random.nextInt(10)).toString();
  }
}
