package org.vigie.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.vigie.advert.Outcome;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;

/** Invented adverts: written one by one, or generated from a seed. */
public final class Adverts {
  public static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  public static final List<String> WORDS =
      List.of(
          "warehouse",
          "work",
          "passport",
          "fee",
          "housing",
          "driver",
          "harvest",
          "hotel",
          "night",
          "shift",
          "contract",
          "transport",
          "weekly",
          "pay",
          "kitchen",
          "agency",
          "start",
          "now",
          "robota",
          "travail",
          "trabajo",
          "muncă",
          "робота",
          "عمل",
          "Straße",
          "Orléans",
          "2026");

  static final List<String> PLACES = List.of("Orléans", "Gdańsk", "Kyiv", "Dublin", "");
  public static final List<String> SITES =
      List.of("jobs.example.org", "ads.example.org", "x.example");
  public static final List<String> LANGUAGES = List.of("en", "fr", "ro", "uk", "und");
  static final List<String> INDICATORS = List.of("RC-04", "RC-06", "RC-07", "SX-01");
  public static final List<String> PHONES =
      List.of("+33639980001", "+33639980002", "+447700900123", "+12025550123", "+353209120001");

  private Adverts() {}

  /** An advert in the making: everything not said is plain. */
  static final class Draft {
    private String title = "";
    private String body = "Work on offer";
    private Channel channel = Channel.JOB_BOARD;
    private String site = "jobs.example.org";
    private String sourceId = "";
    private String language = "en";
    private String country = "";
    private String place = "";
    private Instant at = MONDAY;
    private double risk = 0.1;
    private Outcome outcome = Outcome.UNDETERMINED;
    private String mandate = "m-1";
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Place> towns = new ArrayList<>();
    private final List<PersonName> names = new ArrayList<>();

    Draft title(String value) {
      title = value;
      return this;
    }

    Draft body(String value) {
      body = value;
      return this;
    }

    Draft channel(Channel value) {
      channel = value;
      return this;
    }

    Draft site(String value) {
      site = value;
      return this;
    }

    Draft sourceId(String value) {
      sourceId = value;
      return this;
    }

    Draft language(String value) {
      language = value;
      return this;
    }

    Draft country(String value) {
      country = value;
      return this;
    }

    Draft place(String value) {
      place = value;
      return this;
    }

    Draft person(String name) {
      names.add(new PersonName(name, new Span(0, 4)));
      return this;
    }

    Draft town(String name, String townCountry) {
      towns.add(new Place(1, name, townCountry, 0, 0, new Span(0, 4)));
      return this;
    }

    Draft at(Instant value) {
      at = value;
      return this;
    }

    Draft risk(double value) {
      risk = value;
      return this;
    }

    Draft outcome(Outcome value) {
      outcome = value;
      return this;
    }

    Draft mandate(String value) {
      mandate = value;
      return this;
    }

    /** Names a contact that stands in the text as it is written. */
    Draft contact(ContactType type, String value, String written) {
      String text = title.isEmpty() ? body : title + "\n" + body;
      int start = Math.max(0, text.indexOf(written));
      Span span = new Span(start, Math.min(text.length(), start + written.length()));
      contacts.add(new Contact(type, value, "", span, 0));
      return this;
    }

    Draft phone(String e164) {
      return contact(ContactType.PHONE, e164, "");
    }

    Draft indicator(String id, String category, EvidenceGrade grade) {
      indicators.add(
          new Indicator(id, "name of " + id, category, grade, true, List.of(new Span(0, 4)), ""));
      return this;
    }

    AssessedAdvert build() {
      Advert advert =
          Advert.builder(channel, site, at)
              .title(title)
              .body(body)
              .sourceId(sourceId)
              .country(country)
              .place(place)
              .postedAt(at)
              .mandate(mandate)
              .build();
      Assessment assessment =
          new Assessment(
              "recruitment",
              outcome,
              risk,
              0.5,
              List.of(new Reason("asks for a fee", 0.5, List.of(new Span(0, 4)))),
              "risk-1",
              "taxonomy-1");
      Entities entities = new Entities(List.of(), List.of(), List.of(), towns, names);
      return new AssessedAdvert(advert, language, contacts, entities, indicators, assessment);
    }
  }

  static Draft draft() {
    return new Draft();
  }

  public static AssessedAdvert saying(String body) {
    return draft().body(body).build();
  }

  /** Returns different adverts over a small vocabulary, so that most queries find some. */
  public static List<AssessedAdvert> generated(int count, long seed) {
    Random random = new Random(seed);
    List<AssessedAdvert> adverts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      adverts.add(generated(random, i, 8 + random.nextInt(12)));
    }
    return adverts;
  }

  public static AssessedAdvert generated(Random random, int number, int words) {
    StringBuilder body = new StringBuilder("advert" + number);
    for (int i = 0; i < words; i++) {
      body.append(' ').append(pick(random, WORDS));
    }
    Draft draft =
        draft()
            .title(pick(random, WORDS).toUpperCase(Locale.ROOT))
            .channel(Channel.values()[random.nextInt(Channel.values().length)])
            .site(pick(random, SITES))
            .sourceId("s" + number)
            .language(pick(random, LANGUAGES))
            .place(pick(random, PLACES))
            .at(MONDAY.plus(Duration.ofHours(random.nextInt(24 * 60))))
            .risk(random.nextInt(101) / 100.0)
            .outcome(Outcome.values()[random.nextInt(Outcome.values().length)]);
    for (int i = random.nextInt(3); i > 0; i--) {
      String phone = pick(random, PHONES);
      body.append(" call ").append(phone);
      draft.body(body.toString()).contact(ContactType.PHONE, phone, phone);
    }
    if (random.nextInt(3) == 0) {
      draft.contact(ContactType.HANDLE, "telegram:Example_" + random.nextInt(5), "work");
    }
    for (String indicator : INDICATORS) {
      if (random.nextInt(4) == 0) {
        draft.indicator(indicator, "Debt bondage", EvidenceGrade.EXPERT);
      }
    }
    return draft.body(body.toString()).build();
  }

  public static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
