package org.vigie.cli.render;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.retention.Hold;
import org.vigie.casework.retention.Limit;
import org.vigie.casework.retention.Overdue;
import org.vigie.casework.retention.RetentionReview;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** What the time limits say, in text. */
public final class RetentionView {
  private static final int MOST_LISTED = 20;

  private RetentionView() {}

  /** Returns lines with their ends. */
  public static String of(RetentionReview review) {
    StringBuilder text = new StringBuilder();
    for (Limit limit : Limit.values()) {
      text.append(
          "%-10s kept for %s: %s%n"
              .formatted(
                  limit.label(),
                  Words.span(limit.of(review.settings())),
                  Words.count(review.kept().getOrDefault(limit, 0L), "advert", "adverts")));
    }
    Instant next = review.next();
    if (next != null) {
      text.append("The next one's time is up on %s.%n".formatted(Words.day(next)));
    }
    list(text, "time is up, to be erased", review.expired());
    list(text, "time is up, but held: to be reviewed", review.waiting());
    if (review.reviewed() > 0) {
      text.append(
          "%s held by a decision that isn't to be reviewed yet%n"
              .formatted(Words.count(review.reviewed(), "advert", "adverts")));
    }
    if (!review.cases().isEmpty()) {
      text.append(
          "%s: closed so long ago that what was written in it is to be erased%n"
              .formatted(Words.count(review.cases().size(), "case", "cases")));
    }
    return text.toString();
  }

  private static void list(StringBuilder text, String what, List<Overdue> adverts) {
    text.append("%s: %s%n".formatted(Words.count(adverts.size(), "advert", "adverts"), what));
    adverts.stream()
        .limit(MOST_LISTED)
        .forEach(advert ->
            text.append(
                "  %s  %s, last collected %s%s%n"
                    .formatted(
                        advert.advert(),
                        advert.limit().label(),
                        Words.day(advert.collected()),
                        held(advert.hold()))));
    if (adverts.size() > MOST_LISTED) {
      text.append("  and %s more%n".formatted(Words.number(adverts.size() - MOST_LISTED)));
    }
  }

  private static String held(@Nullable Hold hold) {
    return hold == null ? "" : ", " + SafeText.line(hold.words());
  }
}
