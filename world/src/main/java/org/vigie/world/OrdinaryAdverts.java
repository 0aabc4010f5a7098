package org.vigie.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /** Twenty adverts of a language after one another. */
  private static final List<InventedKind> KIND_CYCLE =
      Stream.of("JGJRJLJGJSJLJGJRJGLS".split("")).map(OrdinaryAdverts::kindOfLetter).toList();

  /** In larger worlds, adverts ramble more, or too many of them would be alike by chance. */
  private static final int SMALL = 2_000;

  private static final long REPEAT = 2;
  private static final long HOST = 3;
  private static final long TIME = 4;
  private static final long TEXT = 5;

  /** Names of draws are rank times this plus one of the four above. */
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
    long estimate = passed * count / SPAN.toMillis() - 1;
    int rank = (int) Math.clamp(estimate, 0L, count);
    while (rank < count && postedAt(rank).isBefore(instant)) {
      rank++;
    }
    return rank;
  }

  /** Returns when an advert is posted: no earlier than those of lower rank. */
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

  private static InventedKind kindOfLetter(String letter) {
    return switch (letter) {
      case "J" -> InventedKind.JOB;
      case "G" -> InventedKind.GOODS;
      case "R" -> InventedKind.ROOM;
      case "L" -> InventedKind.LESSON;
      default -> InventedKind.SERVICE;
    };
  }

  InventedKind kind(int rank) {
    long inLanguage = turn(original(rank), LANGUAGE_CYCLE);
    return KIND_CYCLE.get((int) (inLanguage % KIND_CYCLE.size()));
  }

  Host host(int rank) {
    int share = draw(rank, HOST).below(100);
    if (kind(rank) == InventedKind.JOB) {
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
    long inLanguage = turn(original, LANGUAGE_CYCLE);
    return new OrdinaryText(
            original,
            inLanguage,
            turn(inLanguage, KIND_CYCLE),
            count <= SMALL ? 0 : 12,
            kind(original),
            language,
            requirePhrases(language),
            draw(original, TEXT))
        .write();
  }

  private Draw draw(int rank, long what) {
    return new Draw(seed, rank * DRAWS + what);
  }

  /** Returns how many of the ranks before this one have the same value in an endless cycle. */
  private static <T> long turn(long rank, List<T> cycle) {
    int place = (int) (rank % cycle.size());
    T value = cycle.get(place);
    long perRound = Collections.frequency(cycle, value);
    return rank / cycle.size() * perRound + Collections.frequency(cycle.subList(0, place), value);
  }

  private PhraseTable requirePhrases(String language) {
    PhraseTable table = phrases.get(language);
    if (table == null) {
      throw new IllegalStateException("phrases must be loaded for " + language);
    }
    return table;
  }
}
