package org.vigie.web.pages.group;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.advert.IndicatorIds;
import org.vigie.casework.render.ContactReport;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.SignMark;

/**
 * One contact as its page shows it.
 *
 * @param name type and value
 * @param links where else it is shown
 * @param output how much it advertised
 * @param channel the channel of most of its adverts
 * @param counts what its adverts have, such as places → value → adverts
 * @param journey where it went
 * @param signs what it shows as a whole
 * @param joining what it joins
 */
public record ContactDetails(
    String name,
    Links links,
    Output output,
    UsualChannel channel,
    Map<String, List<ClusterDetails.Counted>> counts,
    Journey journey,
    Signs signs,
    Joining joining) {
  /**
   * Where else a contact is shown.
   *
   * @param adverts path of the search for its adverts
   * @param map path of its map
   * @param together path of what its adverts show together
   * @param filing path where it is put into a case
   * @param erasure path where the erasure of all its adverts is asked for
   */
  public record Links(String adverts, String map, String together, String filing, String erasure) {
    static Links of(String key) {
      return new Links(
          Paths.field("contact", key),
          Paths.contactMap(key),
          Paths.contactTogether(key),
          Paths.contactFilings(key),
          Paths.contactErasure(key));
    }
  }

  /**
   * How much a contact advertised.
   *
   * @param adverts number of adverts
   * @param from first day
   * @param to last day
   * @param busiestDay most adverts of one day
   * @param disguised adverts in which it is disguised
   */
  public record Output(long adverts, String from, String to, long busiestDay, long disguised) {}

  /**
   * The channel of most of a contact's adverts.
   *
   * @param median adverts of the median contact of that channel
   * @param highOutput whether the contact has far more than that
   */
  public record UsualChannel(String name, long median, boolean highOutput) {}

  /**
   * Where a contact went.
   *
   * @param places on its fastest stretch, or empty
   * @param kilometres length of that stretch
   * @param kilometresPerDay velocity on it
   * @param circuit places it went round, or empty
   */
  public record Journey(
      String places, String kilometres, String kilometresPerDay, String circuit) {}

  /**
   * What a contact shows as a whole.
   *
   * @param clashes what can't all be true of one person
   */
  public record Signs(List<Worded> clashes, List<SignMark> indicators) {}

  /**
   * What a contact joins.
   *
   * @param cut why it joins nothing, or empty
   * @param network id of its network, or empty
   */
  public record Joining(Worded cut, String network) {}

  static ContactDetails of(ContactReport report) {
    ContactProfile contact = report.contact();
    return new ContactDetails(
        shown(contact.key()),
        Links.of(contact.key()),
        new Output(
            contact.adverts(),
            Words.day(contact.firstSeen()),
            Words.day(contact.lastSeen()),
            contact.busiestDay(),
            contact.disguised()),
        new UsualChannel(shown(report.channel()), report.channelMedian(), report.highOutput()),
        counts(contact),
        new Journey(
            shown(String.join(" > ", contact.movement().places())),
            whole(contact.movement().kilometres()),
            whole(contact.movement().kilometresPerDay()),
            shown(String.join(" > ", contact.circuit()))),
        new Signs(clashes(contact), contact.indicators().stream().map(SignMark::whole).toList()),
        new Joining(cut(report), report.network()));
  }

  private static Worded cut(ContactReport report) {
    return Worded.of(report.finding(), report.cut());
  }

  /** Returns what its indicator says, or the lines that an earlier release wrote. */
  private static List<Worded> clashes(ContactProfile contact) {
    return contact.indicators().stream()
        .filter(found -> found.id().equals(IndicatorIds.ATTRIBUTE_CONFLICT))
        .filter(found -> !found.finding().isEmpty())
        .findFirst()
        .map(found -> List.of(Worded.of(found.finding(), found.detail())))
        .orElse(contact.clashes().stream().map(Worded::of).toList());
  }

  /** Returns the page of a contact, or the search for one that leads to nobody. */
  public static String path(String key) {
    return key.startsWith(ContactType.URL.label() + ":")
        ? Paths.field("contact", key)
        : Paths.contact(key);
  }

  private static Map<String, List<ClusterDetails.Counted>> counts(ContactProfile contact) {
    Map<String, List<ClusterDetails.Counted>> counts = new LinkedHashMap<>();
    ClusterDetails.put(counts, "name", contact.names());
    ClusterDetails.put(counts, "age", contact.ages());
    ClusterDetails.put(counts, "price", contact.prices());
    ClusterDetails.put(counts, "place", contact.places());
    ClusterDetails.put(counts, "country", contact.countries());
    ClusterDetails.put(counts, "lang", contact.languages());
    ClusterDetails.put(counts, "channel", contact.channels());
    ClusterDetails.put(counts, "site", contact.sites());
    ClusterDetails.put(counts, "employer", contact.employers());
    ClusterDetails.put(counts, "contact", contact.beside());
    return counts;
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String shown(String text) {
    return SafeText.line(Defanged.text(text));
  }
}
