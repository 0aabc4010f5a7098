package org.vigie.pipeline.together;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Indicator;
import org.vigie.advert.Movement;
import org.vigie.advert.Outcome;
import org.vigie.advert.Span;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.shard.ShardWriter;

/** Invented adverts and what is known of their contacts. */
final class Invented {
  static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");

  private Invented() {}

  /** Returns a phone number that is kept for fiction. */
  static String phone(int number) {
    return "+3363998%04d".formatted(number);
  }

  /** An advert that names a phone number, so many days after Monday. */
  static AssessedAdvert advert(String phone, int day, String body, Indicator... indicators) {
    return assessed(
        Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", MONDAY)
            .body(body)
            .postedAt(MONDAY.plus(Duration.ofDays(day)))
            .build(),
        phone,
        indicators);
  }

  static AssessedAdvert assessed(Advert advert, String phone, Indicator... indicators) {
    Contact contact = new Contact(ContactType.PHONE, phone, "FR", new Span(0, 0), 0);
    return new AssessedAdvert(
        advert,
        "en",
        List.of(contact),
        Entities.none(),
        List.of(indicators),
        new Assessment("recruitment", Outcome.UNDETERMINED, 0.1, 0.5, List.of(), "m", "t"));
  }

  /** Returns a text of invented words in plain sentences. */
  static String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    int inSentence = 0;
    for (int i = 0; i < words; i++) {
      String word = word(random);
      boolean begins = inSentence == 0;
      text.append(begins ? word.substring(0, 1).toUpperCase(Locale.ROOT) : word.charAt(0))
          .append(word.substring(1));
      inSentence++;
      boolean ends = i == words - 1 || (inSentence > 5 && random.nextInt(4) == 0);
      text.append(ends ? ". " : random.nextInt(9) == 0 ? ", " : " ");
      inSentence = ends ? 0 : inSentence;
    }
    return text.toString().strip();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      word.append("bdfgklmnprstv".charAt(random.nextInt(13)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  /** Returns what the stream would know of a contact from its adverts: counts and days. */
  static ContactProfile profile(String phone, List<AssessedAdvert> all) {
    return profileOf("phone:" + phone, all);
  }

  /** The same of any contact, by its key. */
  static ContactProfile profileOf(String key, List<AssessedAdvert> all) {
    List<AssessedAdvert> adverts =
        all.stream().filter(advert -> ContactReading.names(advert, key)).toList();
    Map<String, Long> channels = new HashMap<>();
    Map<String, Long> languages = new HashMap<>();
    Map<String, Long> beside = new HashMap<>();
    TreeSet<Instant> times = new TreeSet<>();
    for (AssessedAdvert advert : adverts) {
      channels.merge(advert.advert().channel().label(), 1L, Long::sum);
      languages.merge(advert.language(), 1L, Long::sum);
      times.add(advert.advert().time());
      advert.contacts().stream()
          .filter(other -> !other.key().equals(key))
          .forEach(other -> beside.merge(other.key(), 1L, Long::sum));
    }
    return new ContactProfile(
        key,
        ContactType.PHONE,
        "FR",
        adverts.size(),
        0,
        times.first(),
        times.last(),
        1,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        languages,
        channels,
        Map.of(),
        Map.of(),
        beside,
        Movement.none(),
        List.of(),
        List.of(),
        List.of());
  }

  static AdvertIndex index(Path folder, List<AssessedAdvert> adverts) throws IOException {
    try (ShardWriter shard = ShardWriter.open(Workspace.shard(folder, 0), OptionalLong.empty())) {
      for (AssessedAdvert advert : new ArrayList<>(adverts)) {
        shard.put(advert);
      }
      shard.commit(1);
    }
    return AdvertIndex.open(folder);
  }
}
