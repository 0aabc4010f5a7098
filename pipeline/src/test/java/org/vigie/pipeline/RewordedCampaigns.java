package org.vigie.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Span;
import org.vigie.classifier.Taxonomy;

/** Invented campaigns, each advert of which is worded anew: see {@code campaigns/README.md}. */
final class RewordedCampaigns {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final int COLUMNS = 9;
  private static final Span NOWHERE = new Span(0, 0);

  private final Taxonomy taxonomy;

  RewordedCampaigns(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  static Taxonomy taxonomy() throws IOException {
    return Taxonomy.load(Path.of(System.getProperty("vigie.root"), "models"));
  }

  /** Returns the adverts of each campaign, with what a classifier would find in them. */
  SortedMap<Integer, List<AssessedAdvert>> all() throws IOException {
    SortedMap<Integer, List<AssessedAdvert>> campaigns = new TreeMap<>();
    for (String line : lines()) {
      String[] columns = line.split(" \\| ", COLUMNS);
      campaigns
          .computeIfAbsent(Integer.valueOf(columns[0]), unused -> new ArrayList<>())
          .add(advert(columns));
    }
    return campaigns;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = RewordedCampaigns.class.getResourceAsStream("/campaigns/reworded.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AssessedAdvert advert(String[] columns) {
    String text = columns[8].replaceAll("[«»]", "");
    List<Indicator> said = new ArrayList<>();
    if (!columns[7].equals("-")) {
      int start = columns[8].indexOf('«');
      Span sign = new Span(start, columns[8].indexOf('»') - 1);
      said.add(taxonomy.indicator(columns[7], List.of(sign), Finding.of("said-in-text")));
    }
    Advert.Builder advert =
        Advert.builder(Channel.CLASSIFIEDS, site(columns[5]), MONDAY)
            .body(text)
            .country(columns[2])
            .place(columns[3])
            .postedAt(MONDAY.plus(Duration.ofDays(columns[3].length() % 7)));
    if (!columns[5].equals("-")) {
      advert.field("author", columns[5].substring(columns[5].indexOf(' ') + 1));
    }
    return assessed(advert.build(), columns[1], contacts(columns[4]), prices(columns[6]), said);
  }

  private static String site(String account) {
    return account.equals("-") ? "ads.example.org" : account.substring(0, account.indexOf(' '));
  }

  private static List<Contact> contacts(String key) {
    return key.equals("-")
        ? List.of()
        : List.of(Contact.declared(Contact.typeOf(key), key.substring(key.indexOf(':') + 1)));
  }

  private static List<Price> prices(String prices) {
    return prices.equals("-")
        ? List.of()
        : Arrays.stream(prices.split(", "))
            .map(price -> price.split(" "))
            .map(price -> {
              double amount = Double.parseDouble(price[0]);
              return new Price(amount, amount, price[1], PricePeriod.UNSTATED, NOWHERE);
            })
            .toList();
  }

  /** Returns an advert as a classifier would have it that is unsure of its risk. */
  static AssessedAdvert assessed(
      Advert advert,
      String language,
      List<Contact> contacts,
      List<Price> prices,
      List<Indicator> said) {
    return new AssessedAdvert(
        advert,
        language,
        contacts,
        new Entities(prices, List.of(), List.of(), List.of(), List.of()),
        said,
        new Assessment("recruitment", Outcome.UNDETERMINED, 0.19, 0.5, List.of(), "m", "t"));
  }
}
