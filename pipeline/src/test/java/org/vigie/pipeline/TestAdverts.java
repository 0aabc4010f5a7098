package org.vigie.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes adverts from a seed: campaigns with slots, strangers, and exact reposts. */
final class TestAdverts {
  private static final String[] PLACES = {"Cork", "Galway", "Athlone", "Sligo", "Tralee"};

  private TestAdverts() {}

  static String jsonLines(long seed, int count) {
    return String.join("", lines(seed, count));
  }

  static List<String> shuffledLines(long seed, int count, long order) {
    List<String> lines = lines(seed, count);
    Collections.shuffle(lines, new Random(order));
    return lines;
  }

  private static List<String> lines(long seed, int count) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = random.nextInt(3) == 0 ? stranger(random) : campaign(random);
      lines.add(line(i, text, PLACES[random.nextInt(PLACES.length)], random));
      if (random.nextInt(10) == 0) {
        lines.add(
            lines.get(random.nextInt(lines.size())).replace("\"id\":\"", "\"id\":\"r" + i + "-"));
      }
    }
    return lines;
  }

  private static String campaign(Random random) {
    int campaign = random.nextInt(6);
    StringBuilder text = new StringBuilder();
    Random words = new Random(1_000 + campaign);
    for (int i = 0; i < 40; i++) {
      text.append(word(words)).append(' ');
      if (i % 13 == 5) {
        text.append("slot").append(random.nextInt(50)).append(' ');
      }
    }
    return text
        + "Bring your passport, we keep your passport. The fee is deducted from your wages. "
        + "Accommodation is provided by the employer. Start immediately. "
        + phone(10 * campaign + random.nextInt(3));
  }

  private static String stranger(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 45; i++) {
      text.append(word(random)).append(' ');
    }
    return text + (random.nextInt(4) == 0 ? phone(random.nextInt(60)) : "");
  }

  /** A campaign has three numbers, and strangers name some of them. */
  private static String phone(int number) {
    return String.format("Call +33 6 39 98 00 %02d.", number);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3 + random.nextInt(5); i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static String line(int number, String text, String place, Random random) {
    return String.format(
        "{\"id\":\"%d\",\"text\":\"%s\",\"place\":\"%s\",\"site\":\"example.org\",\"posted\":\"2026-01-%02d\"}%n",
        number, text, place, 1 + random.nextInt(28));
  }
}
