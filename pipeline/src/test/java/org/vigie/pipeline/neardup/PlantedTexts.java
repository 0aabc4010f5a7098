package org.vigie.pipeline.neardup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Texts of coined words with known clusters: campaigns, boards whose adverts share boilerplate and
 * nothing else, and adverts on their own.
 *
 * <p>Words are drawn with Zipf's frequencies, so that unrelated texts share frequent word pairs as
 * real ones do.
 */
final class PlantedTexts {
  private static final int VOCABULARY = 6_000;

  /** Letters of the scripts that words are coined in; words of the last script are not parted. */
  private static final List<String> SCRIPTS =
      List.of("abdefgiklmnoprstu", "абвгдезиклмнопрсту", "ابتدرسعفقلمنهي", "");

  final Map<String, String> texts = new LinkedHashMap<>();
  final Map<String, String> truth = new LinkedHashMap<>();
  private final SplittableRandom random;

  /** Of its own, so that the same texts are drawn with and without. */
  private final SplittableRandom disguises;

  PlantedTexts(long seed) {
    random = new SplittableRandom(seed);
    disguises = new SplittableRandom(-seed);
  }

  /** Adds rewritten copies of one text; each loses up to {@code noise} of its words. */
  PlantedTexts campaign(int size, double noise) {
    return campaign(size, noise, 0);
  }

  /** Adds the same, in which up to {@code disguised} of the words are written in disguise, too. */
  PlantedTexts campaign(int size, double noise, double disguised) {
    int script = random.nextInt(SCRIPTS.size());
    List<String> template = words(random.nextInt(40, 140), script);
    String name = "campaign-" + texts.size();
    for (int i = 0; i < size; i++) {
      List<String> words = rewritten(template, random.nextDouble() * noise, script);
      double share = disguises.nextDouble() * disguised;
      words.replaceAll(
          word -> disguises.nextDouble() < share ? Disguise.of(word, disguises) : word);
      add(name, words);
    }
    return this;
  }

  /** Adds adverts whose own text is followed, led or framed by the same {@code share} of words. */
  PlantedTexts board(int size, double share, Place place) {
    int length = random.nextInt(40, 150);
    List<String> stock = words(length, 0);
    int lead = place == Place.PREAMBLE ? length : place == Place.FOOTER ? 0 : length / 2;
    for (int i = 0; i < size; i++) {
      double own = length * (1 - share) / share * (0.8 + random.nextDouble() * 0.5);
      List<String> text = new ArrayList<>(stock.subList(0, lead));
      text.addAll(words((int) own, 0));
      text.addAll(stock.subList(lead, length));
      add("alone-" + texts.size(), text);
    }
    return this;
  }

  /** Adds short adverts of some words of their own each, which stand amid others that all share. */
  PlantedTexts notes(int size, int own, int shared) {
    List<String> stock = words(shared, 0);
    int lead = random.nextInt(shared);
    for (int i = 0; i < size; i++) {
      List<String> text = new ArrayList<>(stock.subList(0, lead));
      text.addAll(words(own, 0));
      text.addAll(stock.subList(lead, shared));
      add("note-" + shared, text);
    }
    return this;
  }

  /** Adds adverts that have nothing to do with any other. */
  PlantedTexts unrelated(int count) {
    for (int i = 0; i < count; i++) {
      add("alone-" + texts.size(), words(random.nextInt(30, 200), random.nextInt(SCRIPTS.size())));
    }
    return this;
  }

  /** Where a board puts its boilerplate. */
  enum Place {
    PREAMBLE,
    FOOTER,
    BOTH
  }

  /** Every tenth word or so is a slot; noise replaces, drops, doubles or changes words. */
  private List<String> rewritten(List<String> template, double noise, int script) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < template.size(); i++) {
      String word = i % 12 == 5 ? word(script) : template.get(i);
      int change = random.nextDouble() < noise ? random.nextInt(4) : 4;
      switch (change) {
        case 0 -> text.add(word(script));
        case 1 -> {}
        case 2 -> text.addAll(List.of(word, word(script)));
        case 3 -> text.add(word + word.charAt(0));
        default -> text.add(word);
      }
    }
    return text;
  }

  private void add(String cluster, List<String> words) {
    String id = Long.toHexString(Shingles.spread(texts.size() + 1));
    texts.put(id, String.join(" ", words));
    truth.put(id, cluster);
  }

  private List<String> words(int count, int script) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(word(script));
    }
    return words;
  }

  /** Rank r comes about as often as 1 / r: the logarithm of the rank is uniform. */
  private String word(int script) {
    String letters = SCRIPTS.get(script);
    int rank = 2 + (int) Math.pow(VOCABULARY, random.nextDouble());
    if (letters.isEmpty()) {
      return Character.toString(0x4E00 + rank);
    }
    StringBuilder word = new StringBuilder();
    for (int left = rank; left > 0; left /= letters.length()) {
      word.append(letters.charAt(left % letters.length()));
    }
    return word.toString();
  }
}
