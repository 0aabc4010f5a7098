package org.vigie.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A template with slots, with the adverts made of it.
 *
 * @param name short name
 * @param alerts whether it must raise an alert
 * @param members its adverts in the order in which they are posted
 */
record Campaign(String name, boolean alerts, List<PlantedAdvert> members) {
  Campaign {
    members = List.copyOf(members);
  }

  /** Reads the campaigns of this module, the most important first. */
  static List<Campaign> loadAll() {
    List<Campaign> campaigns = new ArrayList<>();
    for (String line : WorldFile.read("campaigns/index.txt").split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        campaigns.add(parse(line.strip(), WorldFile.read("campaigns/" + line.strip() + ".txt")));
      }
    }
    return campaigns;
  }

  /** Reads a file of this form: head lines, {@code text:}, paragraphs, {@code members:}, rows. */
  static Campaign parse(String name, String text) {
    int textAt = text.indexOf("\ntext:\n");
    int membersAt = text.indexOf("\nmembers:\n");
    if (textAt < 0 || membersAt < textAt) {
      throw new IllegalStateException(
          "campaign " + name + " must have text: and then members:, but has not");
    }
    Map<String, String> head = head(text.substring(0, textAt));
    String template = text.substring(textAt + "\ntext:\n".length(), membersAt).strip();
    String rows = text.substring(membersAt + "\nmembers:\n".length()).strip();
    Maker maker = new Maker(name, head, List.of(template.split("\n\n")));
    List<PlantedAdvert> members = new ArrayList<>();
    for (String row : rows.split("\n")) {
      members.add(maker.make(row, members));
    }
    return new Campaign(name, Boolean.parseBoolean(maker.require("alerts")), members);
  }

  private static Map<String, String> head(String text) {
    Map<String, String> head = new HashMap<>();
    for (String line : text.split("\n")) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith("#")) {
        head.put(line.substring(0, colon), line.substring(colon + 2).strip());
      }
    }
    return head;
  }

  /** Returns the instant a number of hours after the start of every world. */
  static Instant hour(String hours) {
    return WorldSpec.BASE.plus(Duration.ofHours(Long.parseLong(hours)));
  }

  static Host host(String label) {
    return Host.valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Makes adverts of one template. */
  private record Maker(String name, Map<String, String> head, List<String> paragraphs) {
    String require(String key) {
      String value = head.get(key);
      if (value == null) {
        throw new IllegalStateException("campaign " + name + " must have " + key + ", but has not");
      }
      return value;
    }

    PlantedAdvert make(String row, List<PlantedAdvert> earlier) {
      List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
      Host host = host(cells.get(0));
      Instant postedAt = hour(cells.get(1));
      Content content =
          cells.get(2).equals("=") ? earlier.getLast().content() : content(host, cells);
      return new PlantedAdvert(name, host, postedAt, content);
    }

    private Content content(Host host, List<String> cells) {
      if (cells.size() != 8) {
        throw new IllegalStateException(
            "a member of campaign " + name + " must have 8 cells, but has " + cells.size());
      }
      String language = require("language");
      String country = cells.get(3);
      FictionNumber number = FictionNumber.parse(cells.get(5));
      boolean national = declaresCountry(host) && number.isFrom(country);
      Map<String, String> slots =
          Map.of(
              "{town}", cells.get(2),
              "{name}", cells.get(4),
              "{phone}", NumberDisguise.parse(cells.get(6)).write(number, language, national),
              "{price}", cells.get(7));
      return new Content(
          InventedKind.valueOf(require("kind").toUpperCase(Locale.ROOT)),
          language,
          fill(require("title"), slots),
          paragraphs.stream().map(paragraph -> fill(paragraph, slots)).toList(),
          country,
          cells.get(2),
          new Content.Price(cells.get(7), require("currency")),
          head.getOrDefault("organization", ""));
    }

    /** A number without calling code is only understood where the page names the country. */
    private static boolean declaresCountry(Host host) {
      return host == Host.ANNONCES || host == Host.JOBS;
    }

    private static String fill(String template, Map<String, String> slots) {
      String filled = template;
      for (Map.Entry<String, String> slot : slots.entrySet()) {
        filled = filled.replace(slot.getKey(), slot.getValue());
      }
      return filled;
    }
  }
}
