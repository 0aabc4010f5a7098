package org.vigie.world;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The adverts that nobody planted, each made anew from its rank whenever it is asked for, so that a
 * world of a million needs no room for them.
 */
final class OrdinaryAdverts {
  /** Ten ranks after one another; a language's share is how often it stands here. */
  private static final List<String> LANGUAGE_CYCLE =
      List.of("en", "fr", "es", "en", "ro", "uk", "fr", "en", "ar", "es");

  /** Ordinary adverts are posted through this span, which ends a day before the world is served. */
  private static final Duration SPAN = Duration.ofDays(27);

  /** One advert in this many is an exact repeat of one of the {@link #REPEAT_REACH} before it. */
  private static final int REPEAT_EVERY = 24;

  private static final int REPEAT_REACH = 60;

  /** Out of a hundred adverts: jobs, goods, rooms, lessons; the rest are services. */
  private static final int[] KIND_SHARES = {45, 20, 12, 11};

  private static final long KIND = 1;
  private static final long REPEAT = 2;
  private static final long HOST = 3;
  private static final long TIME = 4;
  private static final long TEXT = 5;

  /** Names of draws are rank times this plus one of the five above. */
  private static final long DRAWS = 8;

  private final long seed;
  private final int count;
  private final Map<String, PhraseTable> phrases = new LinkedHashMap<>();

  OrdinaryAdverts(long seed, int count) {
    this.seed = seed;
    this.count = count;
    for (String language : LANGUAGE_CYCLE) {
      phrases.computeIfAbsent(language, name -> PhraseTable.load("phrases/" + name + ".txt"));
    }
  }

  int count() {
    return count;
  }

  /** Returns how many ordinary adverts are posted before an instant. */
  int before(Instant instant) {
    long passed = Duration.between(WorldSpec.BASE, instant).toMillis();
    return (int) Math.clamp(passed * count / SPAN.toMillis(), 0L, count);
  }

  /** Returns when an advert is posted: later than those of lower rank. */
  Instant postedAt(int rank) {
    long start = SPAN.toMillis() * rank / count;
    long end = SPAN.toMillis() * (rank + 1) / count;
    long millis = start + draw(rank, TIME).below((int) Math.max(1, end - start));
    return WorldSpec.BASE.plusSeconds(millis / 1000);
  }

  /** Returns the rank of the advert that this one repeats word for word, or its own. */
  int original(int rank) {
    Draw draw = draw(rank, REPEAT);
    if (rank == 0 || !draw.onceIn(REPEAT_EVERY)) {
      return rank;
    }
    return original(rank - 1 - draw.below(Math.min(rank, REPEAT_REACH)));
  }

  Kind kind(int rank) {
    int share = draw(original(rank), KIND).below(100);
    Kind[] kinds = {Kind.JOB, Kind.GOODS, Kind.ROOM, Kind.LESSON};
    for (int i = 0; i < kinds.length; i++) {
      share -= KIND_SHARES[i];
      if (share < 0) {
        return kinds[i];
      }
    }
    return Kind.SERVICE;
  }

  Host host(int rank) {
    int share = draw(rank, HOST).below(100);
    if (kind(rank) == Kind.JOB) {
      return share < 45
          ? Host.JOBS
          : share < 60
              ? Host.ANNONCES
              : share < 80 ? Host.TELEGRAM : share < 92 ? Host.BOARD : Host.NEWS;
    }
    return share < 55
        ? Host.ANNONCES
        : share < 75 ? Host.TELEGRAM : share < 90 ? Host.BOARD : Host.NEWS;
  }

  /** Returns what an advert says. */
  Content content(int rank) {
    int original = original(rank);
    String language = LANGUAGE_CYCLE.get(original % LANGUAGE_CYCLE.size());
    return new OrdinaryText(
            original,
            rankInLanguage(original, language),
            kind(original),
            language,
            requirePhrases(language),
            draw(original, TEXT))
        .write();
  }

  private Draw draw(int rank, long what) {
    return new Draw(seed, rank * DRAWS + what);
  }

  /** Returns the rank among the originals' language, counting repeats too, from 0. */
  private static long rankInLanguage(int rank, String language) {
    long rounds = rank / LANGUAGE_CYCLE.size();
    long perRound = LANGUAGE_CYCLE.stream().filter(language::equals).count();
    long inRound =
        LANGUAGE_CYCLE.subList(0, rank % LANGUAGE_CYCLE.size()).stream()
            .filter(language::equals)
            .count();
    return rounds * perRound + inRound;
  }

  private PhraseTable requirePhrases(String language) {
    PhraseTable table = phrases.get(language);
    if (table == null) {
      throw new IllegalStateException("phrases must be loaded for " + language);
    }
    return table;
  }
}
