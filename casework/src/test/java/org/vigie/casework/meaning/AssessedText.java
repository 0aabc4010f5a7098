package org.vigie.casework.meaning;

import java.time.Instant;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;

/** An advert of which nothing but its text and its language matters. */
final class AssessedText {
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  private AssessedText() {}

  static AssessedAdvert of(String language, String text) {
    return of(language, text, AT);
  }

  static AssessedAdvert of(String language, String text, Instant at) {
    return new AssessedAdvert(
        Advert.builder(Channel.FORUM, "forum.example.org", at).body(text).postedAt(at).build(),
        language,
        List.of(),
        Entities.none(),
        List.of(),
        new Assessment("work", Outcome.UNDETERMINED, 0.1, 0.1, List.of(), "m-1", "1"));
  }
}
