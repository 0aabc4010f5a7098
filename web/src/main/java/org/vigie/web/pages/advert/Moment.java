package org.vigie.web.pages.advert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Observation;
import org.vigie.advert.SeenTimes;
import org.vigie.advert.Sighting;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.part.Paths;

/**
 * One moment at which something was seen of an advert.
 *
 * @param at minute in UTC
 * @param what name of a phrase
 * @param detail what in particular, or empty
 * @param path of the page of the other version, or empty
 * @param words the words in which the two versions differ
 */
public record Moment(String at, String what, String detail, String path, List<ChangedWords> words) {
  private static final int MOST_SIGHTINGS = 50;

  static Moment of(Instant at, String what, String detail) {
    return new Moment(Words.minute(at), what, detail, "", List.of());
  }

  /**
   * Returns the moments of an advert, in order.
   *
   * @param versions id → advert, of those that it was edited from or into, as far as they are known
   */
  static List<Moment> all(Sighting sighting, Advert advert, Map<String, Advert> versions) {
    List<Moment> moments = new ArrayList<>();
    SeenTimes seen = SeenTimes.of(advert, sighting);
    moments.add(Moment.of(seen.first(), seen.isExact() ? "first-seen" : "seen-by", ""));
    sighting.changes().stream()
        .limit(MOST_SIGHTINGS)
        .forEach(change -> moments.add(moment(change, advert, versions.get(change.detail()))));
    moments.add(Moment.of(seen.last(), "last-seen", Words.number(seen.times())));
    return moments;
  }

  private static Moment moment(Observation change, Advert advert, @Nullable Advert other) {
    String what = change.kind().label();
    if (other == null) {
      return Moment.of(change.at(), what, SafeText.line(Defanged.text(change.detail())));
    }
    boolean isLater = change.kind() == Observation.Kind.EDITED_INTO;
    return new Moment(
        Words.minute(change.at()),
        what,
        other.id(),
        Paths.advert(other.id()),
        isLater ? ChangedWords.between(advert, other) : ChangedWords.between(other, advert));
  }
}
