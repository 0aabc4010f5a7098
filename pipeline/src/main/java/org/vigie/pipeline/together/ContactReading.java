package org.vigie.pipeline.together;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ContactProfile;
import org.vigie.search.AdvertIndex;

/**
 * The newest adverts of one contact, beside the newest of its channel in its language.
 *
 * @param contact what all its adverts tell
 * @param adverts its adverts, at most {@link #MOST_ADVERTS}, the newest first
 * @param others adverts that don't name it, of the newest {@link #MOST_OTHERS} there; none where it
 *     has fewer adverts than {@link #FEWEST_COMPARED}, which are compared with nothing
 */
record ContactReading(
    ContactProfile contact, List<AssessedAdvert> adverts, List<AssessedAdvert> others) {
  static final int MOST_ADVERTS = 64;
  static final int MOST_OTHERS = 1_000;
  static final int FEWEST_COMPARED = AuthorStyle.FEWEST_TEXTS;

  ContactReading {
    adverts = List.copyOf(adverts);
    others = List.copyOf(others);
  }

  static ContactReading of(AdvertIndex index, ContactProfile contact) throws IOException {
    List<AssessedAdvert> adverts =
        index.newestAdverts(term("contact", contact.key()), MOST_ADVERTS);
    boolean isCompared = adverts.size() >= FEWEST_COMPARED;
    return new ContactReading(contact, adverts, isCompared ? others(index, contact) : List.of());
  }

  private static List<AssessedAdvert> others(AdvertIndex index, ContactProfile contact)
      throws IOException {
    String language = mostFrequent(contact.languages());
    if (contact.mainChannel().isBlank() || language.isBlank()) {
      return List.of(); // nothing is known of where it stands
    }
    String there = term("channel", contact.mainChannel()) + " " + term("lang", language);
    return index.newestAdverts(there, MOST_OTHERS).stream()
        .filter(advert -> !names(advert, contact.key()))
        .toList();
  }

  static boolean names(AssessedAdvert advert, String contact) {
    return advert.contacts().stream().anyMatch(named -> named.key().equals(contact));
  }

  private static String mostFrequent(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String term(String field, String value) {
    return field + ":\"" + value.replace("\"", "") + "\"";
  }
}
