package org.vigie.lab.bench.stream;

import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.world.WorldSpec;

/**
 * Adverts of coined words, made as they are asked for: the same seed and arguments, the same texts.
 *
 * <p>Words are drawn with Zipf's frequencies, so that unrelated texts share frequent pairs.
 */
final class CoinedAdverts {
  private static final int VOCABULARY = 20_000;
  private static final String LETTERS = "abdefgiklmnoprstu";
  private static final int WORDS = 96;
  private static final int STOCK_WORDS = 12;
  private static final int SLOT_EVERY = 12;
  private static final int TOWNS = 20;

  private CoinedAdverts() {}

  /** Returns campaigns of one size, one after another, each of one text with slots. */
  static Iterator<Advert> campaigns(long seed, int adverts, int size) {
    return IntStream.range(0, adverts)
        .mapToObj(number -> advert(number, copy(seed, number / size, number)))
        .iterator();
  }

  /** Returns adverts that have nothing in common, or one phrase. */
  static Iterator<Advert> alone(long seed, int adverts, boolean share) {
    String phrase = words(new SplittableRandom(seed), STOCK_WORDS);
    return IntStream.range(0, adverts)
        .mapToObj(number -> {
          SplittableRandom own = new SplittableRandom(seed + 1 + number);
          String begin = words(own, WORDS / 2);
          String middle = words(own, STOCK_WORDS);
          String end = words(own, WORDS / 2 - STOCK_WORDS);
          return advert(number, begin + (share ? phrase : middle) + end);
        })
        .iterator();
  }

  private static String copy(long seed, int campaign, int number) {
    SplittableRandom template = new SplittableRandom(seed + campaign);
    SplittableRandom slots = new SplittableRandom(~seed + number);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      String word = word(template);
      text.append(i % SLOT_EVERY == SLOT_EVERY / 2 ? word(slots) : word).append(' ');
    }
    return text.toString();
  }

  /** Some towns, as a campaign has them; that many copies of one text differ is left to slots. */
  private static Advert advert(int number, String text) {
    return Advert.builder(Channel.CLASSIFIEDS, "example.org", WorldSpec.COMPLETE)
        .sourceId(Integer.toString(number))
        .postedAt(WorldSpec.BASE)
        .place("town " + number % TOWNS)
        .body(text)
        .build();
  }

  private static String words(SplittableRandom random, int count) {
    return Stream.generate(() -> word(random) + " ").limit(count).reduce("", String::concat);
  }

  /** Rank r comes about as often as 1 / r: the logarithm of the rank is uniform. */
  private static String word(SplittableRandom random) {
    int rank = 2 + (int) Math.pow(VOCABULARY, random.nextDouble());
    StringBuilder word = new StringBuilder();
    for (int left = rank; left > 0; left /= LETTERS.length()) {
      word.append(LETTERS.charAt(left % LETTERS.length()));
    }
    return word.toString();
  }
}
