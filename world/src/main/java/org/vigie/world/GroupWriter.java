package org.vigie.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;

/** Writes the adverts of one group: one text with other names, towns, prices, contacts and days. */
final class GroupWriter {
  /** Towns of several countries; each line is one country. */
  private static final List<List<String>> COUNTRIES =
      List.of(
          List.of("GB", "Leeds", "Bristol", "York", "Norwich", "Cardiff", "Dundee"),
          List.of("IE", "Dublin", "Galway", "Cork", "Limerick", "Sligo", "Waterford"),
          List.of("FR", "Lille", "Lyon", "Nantes", "Metz", "Toulouse", "Dijon"),
          List.of("DE", "Hamburg", "Dresden", "Bremen", "Leipzig", "Kassel", "Mainz"),
          List.of("ES", "Sevilla", "Bilbao", "Zaragoza", "Vigo", "Murcia", "Gijón"),
          List.of("RO", "Cluj-Napoca", "Iași", "Craiova", "Brașov", "Oradea", "Sibiu"));

  /** Given names that texts are told by a cue; they belong to nobody. */
  private static final List<String> NAMES =
      List.of("Ana", "Bianca", "Carla", "Elena", "Nina", "Olga", "Sara", "Maria", "Lena", "Julia");

  private final FormWriter words;
  private final String form;
  private final String language;
  private final Draw draw;

  GroupWriter(FormWriter words, String form, String language, Draw draw) {
    this.words = words;
    this.form = form;
    this.language = language;
    this.draw = draw;
  }

  /** A town with the country that it lies in. */
  private record Town(String name, String country) {}

  /** Returns two to 24 adverts of one group. */
  List<Advert> write(Outcome truth) {
    List<String> clauses = words.clauses(truth);
    int size = size(truth);
    List<Town> towns = towns(truth);
    List<String> names = names(truth);
    List<Channel> channels = channels(truth);
    List<List<String>> contacts = new ArrayList<>();
    int different = contacts(truth, towns.size());
    for (int i = 0; i < different; i++) {
      contacts.add(words.contacts(truth));
    }
    int hours = draw.between(2, 60);
    List<Advert> adverts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Channel channel = channels.get(i % channels.size());
      Town town = towns.get(i * towns.size() / size);
      List<String> parts = new ArrayList<>();
      if (!names.isEmpty()) {
        // One advert names one person: several names in one would be another sign, OA-03.
        parts.add("Contact: " + names.get(i % names.size()) + ", " + town.name());
      }
      parts.addAll(clauses);
      parts.add(draw.between(3, 40) * 10 + " EUR");
      parts.addAll(contacts.get(i % contacts.size()));
      adverts.add(
          Advert.builder(channel, channel.label() + ".example.org", WorldSpec.COMPLETE)
              .postedAt(WorldSpec.BASE.plus(Duration.ofHours((long) i * hours + draw.below(2))))
              .body(String.join(". ", parts) + ". " + i)
              .language(language)
              .country(town.country())
              .place(town.name())
              .build());
    }
    return adverts;
  }

  private int size(Outcome truth) {
    return switch (truth) {
      case INDEPENDENT -> draw.between(2, 8);
      case RISK -> draw.between(2, draw.onceIn(3) ? 24 : 12);
      default -> draw.between(2, draw.onceIn(2) ? 24 : 10);
    };
  }

  private List<Town> towns(Outcome truth) {
    int several = // in a hundred
        switch (truth) {
          case RISK -> 60;
          case BUSINESS -> 40;
          case INDEPENDENT -> 15;
          default -> 70;
        };
    int abroad =
        switch (truth) {
          case RISK -> 30;
          case BUSINESS -> 12;
          case INDEPENDENT -> 4;
          default -> 50;
        };
    int count = draw.below(100) < several ? draw.between(2, 6) : 1;
    int countries = draw.below(100) < abroad ? draw.between(2, 4) : 1;
    int first = draw.below(COUNTRIES.size());
    List<Town> towns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> country = COUNTRIES.get((first + i % countries) % COUNTRIES.size());
      towns.add(new Town(country.get(1 + i), country.getFirst()));
    }
    return towns;
  }

  private List<String> names(Outcome truth) {
    int count =
        switch (truth) {
          case RISK -> draw.below(5);
          case INDEPENDENT -> draw.onceIn(12) ? 2 : draw.between(0, 1);
          case BUSINESS -> draw.onceIn(8) ? 3 : draw.between(0, 1);
          default -> draw.onceIn(6) ? 1 : 0;
        };
    int first = draw.below(NAMES.size());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(NAMES.get((first + i) % NAMES.size()));
    }
    return names;
  }

  /** A firm's offices have numbers of their own; a campaign has one contact, or changes it. */
  private int contacts(Outcome truth, int towns) {
    return switch (truth) {
      case RISK -> draw.below(100) < 55 ? draw.between(2, 6) : 1;
      case BUSINESS -> draw.onceIn(2) ? towns : 1;
      case INDEPENDENT -> draw.onceIn(10) ? 2 : 1;
      default -> draw.between(1, 4);
    };
  }

  private List<Channel> channels(Outcome truth) {
    Channel usual = form.equals("work") ? Channel.JOB_BOARD : Channel.CLASSIFIEDS;
    int several =
        switch (truth) {
          case RISK -> 30;
          case SPAM_OR_SCAM -> 40;
          default -> 10;
        };
    return draw.below(100) < several ? List.of(usual, Channel.MESSAGING) : List.of(usual);
  }
}
