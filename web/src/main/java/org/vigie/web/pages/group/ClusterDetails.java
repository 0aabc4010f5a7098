package org.vigie.web.pages.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.SlotKind;
import org.vigie.advert.TemplatePart;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.Phrases;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.AdvertCard;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;
import org.vigie.web.pages.part.SignMark;

/**
 * One cluster as its page shows it.
 *
 * @param id its name
 * @param size how much it holds
 * @param wording what its adverts share
 * @param counts what its adverts have, such as contacts → value → adverts
 * @param indicators what it shows as a whole
 * @param said what it says, in a title and a quoted line
 * @param risk what the models make of it
 * @param adverts the newest of them
 */
public record ClusterDetails(
    String id,
    Size size,
    Wording wording,
    Map<String, List<Counted>> counts,
    List<SignMark> indicators,
    SaidDetails said,
    GroupRiskDetails risk,
    List<AdvertCard> adverts) {
  private static final int MOST_VALUES = 30;

  /**
   * How much a cluster holds.
   *
   * @param adverts number of adverts
   * @param from minute of the first
   * @param to minute of the last
   */
  public record Size(long adverts, String from, String to) {}

  /**
   * What the adverts of a cluster share.
   *
   * @param template in pieces; slots carry their number and kind
   * @param saved share of their description that it saves, or empty if it saves nothing
   * @param slots the values of each slot
   */
  public record Wording(List<Piece> template, String saved, List<Slot> slots) {
    static Wording of(ClusterProfile cluster, Phrases phrases) {
      List<Piece> pieces = new ArrayList<>();
      List<Slot> slots = new ArrayList<>();
      for (TemplatePart part : cluster.template().parts()) {
        if (part.isSlot()) {
          Slot slot = slot(slots.size() + 1, part, phrases);
          slots.add(slot);
          pieces.add(
              new Piece(
                  "[" + slot.number() + " " + slot.kind() + "]",
                  slot.style(),
                  Worded.of(String.join(" | ", slot.values()))));
        } else {
          pieces.addAll(new EvidenceText(part.text()).pieces());
        }
      }
      return new Wording(
          pieces, cluster.compression() > 0 ? Words.share(cluster.compression()) : "", slots);
    }
  }

  /**
   * A place in the template that varies.
   *
   * @param number from 1
   * @param kind what its values are, in the reader's language
   * @param style names of its style
   * @param more values that aren't shown
   */
  public record Slot(int number, String kind, String style, List<String> values, int more) {}

  /**
   * A value and the adverts that have it.
   *
   * @param path of the search for them
   */
  public record Counted(String value, long adverts, String path) {}

  /** Returns a cluster as a list shows it. */
  static ClusterDetails of(ClusterProfile cluster, SaidDetails said, Phrases phrases) {
    return of(cluster, said, phrases, List.of(), List.of());
  }

  /**
   * Returns a cluster as its page shows it.
   *
   * @param phrases the words of the reader's language
   * @param why what the risk of its adverts together comes of
   */
  static ClusterDetails of(
      ClusterProfile cluster,
      SaidDetails said,
      Phrases phrases,
      List<Worded> why,
      List<AdvertCard> adverts) {
    return new ClusterDetails(
        cluster.id(),
        new Size(
            cluster.size(), Words.minute(cluster.firstSeen()), Words.minute(cluster.lastSeen())),
        Wording.of(cluster, phrases),
        counts(cluster),
        cluster.indicators().stream().map(SignMark::whole).toList(),
        said,
        GroupRiskDetails.of(cluster.highestRisk(), cluster.meanRisk(), cluster.assessment(), why),
        adverts);
  }

  /** Returns the path of its page. */
  public String path() {
    return Paths.cluster(id);
  }

  private static Slot slot(int number, TemplatePart part, Phrases phrases) {
    return new Slot(
        number,
        phrases.of("slot." + part.kind().label()),
        "slot slot-" + style(part.kind()),
        part.values().stream()
            .limit(MOST_VALUES)
            .map(value -> value.isEmpty() ? "∅" : SafeText.line(Defanged.text(value)))
            .toList(),
        Math.max(0, part.values().size() - MOST_VALUES));
  }

  /** Returns the style of a kind of slot: one for all contacts, and one for all numbers. */
  private static String style(SlotKind kind) {
    return switch (kind) {
      case PHONE, EMAIL, HANDLE, LINK, IBAN, WALLET -> "contact";
      case AGE, HOURS, NUMBER -> "number";
      case NAME, PLACE, PRICE, WORDS -> kind.label();
    };
  }

  private static Map<String, List<Counted>> counts(ClusterProfile cluster) {
    Map<String, List<Counted>> counts = new LinkedHashMap<>();
    put(counts, "contact", cluster.contacts());
    put(counts, "place", cluster.places());
    put(counts, "country", cluster.countries());
    put(counts, "site", cluster.sites());
    put(counts, "channel", cluster.channels());
    put(counts, "lang", cluster.languages());
    put(counts, "indicator", cluster.advertIndicators());
    return counts;
  }

  /** Puts the highest counts of a field, unless it has none. */
  static void put(Map<String, List<Counted>> counts, String field, Map<String, Long> values) {
    if (!values.isEmpty()) {
      counts.put(
          field,
          values.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(MOST_VALUES)
              .map(entry ->
                  new Counted(
                      SafeText.line(Defanged.text(entry.getKey())),
                      entry.getValue(),
                      path(field, entry.getKey())))
              .toList());
    }
  }

  /** Returns where a value leads: contacts have pages, other fields are searched for. */
  private static String path(String field, String value) {
    return switch (field) {
      case "contact" -> ContactDetails.path(value);
      case "name", "age", "price", "employer" ->
          Paths.search("\"" + value.replace("\"", "") + "\"");
      default -> Paths.field(field, value);
    };
  }
}
