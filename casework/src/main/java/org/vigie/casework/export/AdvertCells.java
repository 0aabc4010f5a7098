package org.vigie.casework.export;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.search.SearchResult;

/** An advert as a row of a table. */
final class AdvertCells {
  static final List<String> COLUMNS =
      List.of(
          "advert",
          "cluster",
          "times_seen",
          "risk_probability",
          "outcome",
          "indicators",
          "contacts",
          "channel",
          "site",
          "url",
          "time",
          "posted",
          "seen",
          "language",
          "country",
          "place",
          "title",
          "body",
          "mandate");

  private AdvertCells() {}

  /** Returns one cell for each of {@link #COLUMNS}, with the advert's own texts as they are. */
  static List<String> of(SearchResult.Hit hit) {
    AssessedAdvert assessed = hit.advert();
    Instant posted = assessed.advert().postedAt();
    return List.of(
        assessed.advert().id(),
        hit.cluster().id(),
        Long.toString(hit.timesSeen()),
        assessed.hasAssessment() ? Double.toString(assessed.assessment().riskProbability()) : "",
        assessed.outcome(),
        assessed.indicators().stream().map(Indicator::id).collect(Collectors.joining(" ")),
        assessed.contacts().stream().map(Contact::key).collect(Collectors.joining(" ")),
        assessed.advert().channel().label(),
        assessed.advert().site(),
        assessed.advert().url(),
        assessed.advert().time().toString(),
        posted == null ? "" : posted.toString(),
        assessed.advert().seenAt().toString(),
        assessed.language(),
        assessed.advert().country(),
        assessed.advert().place(),
        assessed.advert().title(),
        assessed.advert().body(),
        assessed.advert().mandate());
  }
}
