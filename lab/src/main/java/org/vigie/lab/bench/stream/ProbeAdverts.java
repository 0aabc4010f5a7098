package org.vigie.lab.bench.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Severity;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;
import org.vigie.search.StoredQuery;
import org.vigie.world.WorldSpec;

/**
 * Adverts each of which raises an alert of its own, so that it can be told which alert is whose: by
 * a watched contact, by a stored query, or as the third advert of a campaign.
 */
final class ProbeAdverts {
  private static final int MIN_CLUSTER = 3;

  /** Numbers kept for fiction end in four free digits. */
  static final int MOST = 9_999;

  private static final String SIGNS =
      "Bring your passport, we keep your passport. The fee is deducted from your wages."
          + " Accommodation is provided by the employer. Start immediately.";

  private final Random random;

  ProbeAdverts(long seed) {
    random = new Random(seed);
  }

  /** What an advert is to raise an alert by. */
  enum Kind {
    WATCHED_CONTACT("a watched contact"),
    STORED_QUERY("a stored query"),
    CAMPAIGN("the rules, about a cluster");

    final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /**
   * Adverts that are sent one after another, of which the last raises an alert.
   *
   * @param kind what by
   * @param mark what the alert's JSON holds, and no other alert's
   * @param adverts at least one
   */
  record Probe(Kind kind, String mark, List<Advert> adverts) {}

  /** Returns what is to be watched so that probes with numbers below this raise their alerts. */
  static Watch watch(int probes) {
    List<StoredQuery> queries = new ArrayList<>();
    List<WatchedContact> contacts = new ArrayList<>();
    for (int number = 0; number < probes; number++) {
      switch (kind(number)) {
        case WATCHED_CONTACT ->
            contacts.add(new WatchedContact("phone:" + phone(number), "", Severity.NOTICE));
        case STORED_QUERY ->
            queries.add(new StoredQuery(word(number), "1", word(number), Severity.NOTICE));
        case CAMPAIGN -> {}
      }
    }
    return new Watch(queries, new Watchlist(contacts, List.of()));
  }

  /**
   * Returns a probe.
   *
   * @param number from 0 to {@link #MOST}
   */
  Probe probe(int number) {
    String text = words(60);
    return switch (kind(number)) {
      case WATCHED_CONTACT ->
          new Probe(
              Kind.WATCHED_CONTACT,
              phone(number),
              List.of(advert(text + "Call " + phone(number) + ".")));
      case STORED_QUERY ->
          new Probe(
              Kind.STORED_QUERY, word(number), List.of(advert(text + word(number) + " here.")));
      case CAMPAIGN -> {
        List<Advert> adverts = new ArrayList<>();
        for (int i = 0; i < MIN_CLUSTER; i++) {
          adverts.add(advert(text + "Copy number " + i + ". " + SIGNS));
        }
        // The cluster is named after its least id.
        String least = adverts.stream().map(Advert::id).min(String::compareTo).orElseThrow();
        yield new Probe(Kind.CAMPAIGN, "c-" + least.substring(2), adverts);
      }
    };
  }

  private static Kind kind(int number) {
    return Kind.values()[number % Kind.values().length];
  }

  private static String phone(int number) {
    return "+3363998%04d".formatted(number);
  }

  private static String word(int number) {
    return "probeword%05d".formatted(number); // of one length, so that none is in another
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      for (int letters = 3 + random.nextInt(5); letters > 0; letters--) {
        words.append((char) ('a' + random.nextInt(26)));
      }
      words.append(' ');
    }
    return words.toString();
  }

  private static Advert advert(String text) {
    return Advert.builder(Channel.CLASSIFIEDS, "example.org", WorldSpec.COMPLETE)
        .postedAt(WorldSpec.COMPLETE)
        .body(text)
        .build();
  }
}
