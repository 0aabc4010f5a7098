package org.vigie.web.pages.group;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.casework.render.ContactReport;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.SignMark;

/**
 * One contact as its page shows it.
 *
 * @param name type and value
 * @param adverts number of adverts
 * @param path of the search for them
 * @param mapPath of its map
 * @param togetherPath of what its adverts show together
 * @param filingPath where it is put into a case
 * @param from first day
 * @param to last day
 * @param channel the channel of most of them
 * @param channelMedian adverts of the median contact of that channel
 * @param highOutput whether it has far more than that
 * @param busiestDay most adverts of one day
 * @param disguised adverts in which it is disguised
 * @param counts what its adverts have, such as places → value → adverts
 * @param journey places on its fastest stretch, or empty
 * @param kilometres length of that stretch
 * @param kilometresPerDay velocity on it
 * @param circuit places it went round, or empty
 * @param clashes what can't all be true of one person
 * @param indicators what it shows as a whole
 * @param cut why it joins nothing, or empty
 * @param network id of its network, or empty
 */
public record ContactDetails(
    String name,
    long adverts,
    String path,
    String mapPath,
    String togetherPath,
    String filingPath,
    String from,
    String to,
    String channel,
    long channelMedian,
    boolean highOutput,
    long busiestDay,
    long disguised,
    Map<String, List<ClusterDetails.Counted>> counts,
    String journey,
    String kilometres,
    String kilometresPerDay,
    String circuit,
    List<String> clashes,
    List<SignMark> indicators,
    String cut,
    String network) {

  static ContactDetails of(ContactReport report) {
    ContactProfile contact = report.contact();
    return new ContactDetails(
        shown(contact.key()),
        contact.adverts(),
        Paths.field("contact", contact.key()),
        Paths.contactMap(contact.key()),
        Paths.contactTogether(contact.key()),
        Paths.contactFilings(contact.key()),
        Words.day(contact.firstSeen()),
        Words.day(contact.lastSeen()),
        shown(report.channel()),
        report.channelMedian(),
        report.highOutput(),
        contact.busiestDay(),
        contact.disguised(),
        counts(contact),
        shown(String.join(" > ", contact.movement().places())),
        whole(contact.movement().kilometres()),
        whole(contact.movement().kilometresPerDay()),
        shown(String.join(" > ", contact.circuit())),
        contact.clashes().stream().map(ContactDetails::shown).toList(),
        contact.indicators().stream().map(SignMark::whole).toList(),
        shown(report.cut()),
        report.network());
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
