package org.vigie.text.safe;

import java.time.Instant;
import java.util.List;
import org.vigie.advert.AdvertTimes;
import org.vigie.advert.Finding;
import org.vigie.advert.SeenTimes;

/** When an advert was seen, and on a line of its own when its site says that it was posted. */
public final class TimeLines {
  private TimeLines() {}

  /** Returns both lines, with minutes in UTC. */
  public static List<Finding> of(AdvertTimes times) {
    return List.of(seen(times.seen()), posted(times));
  }

  private static Finding seen(SeenTimes seen) {
    Finding line = seen.isExact() ? Finding.of("seen-by-us") : Finding.of("seen-by-us-or-before");
    return line.with("first", Words.minute(seen.first())).with("last", Words.minute(seen.last()));
  }

  private static Finding posted(AdvertTimes times) {
    Instant postedAt = times.postedAt();
    return postedAt == null
        ? Finding.of("posted-unsaid")
        : Finding.of("posted-as-said").with("posted", Words.minute(postedAt));
  }
}
