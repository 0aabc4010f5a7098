package org.vigie.pipeline.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Adverts of coined words with known networks: several texts, some of them repeated with slots,
 * that hang together by invented contacts; strangers; a hotline and placeholders that strangers
 * share.
 */
final class PlantedNetworks {
  private static final String HOTLINE = "+353 20 910 0000";
  private static final List<String> PLACEHOLDERS = List.of("+44 7700 900000", "name@example.org");

  /** The site's own id → name of its network; a stranger's is its own. */
  final Map<String, String> truth = new LinkedHashMap<>();

  private final List<String> lines = new ArrayList<>();
  private final Random random;
  private int contacts;

  PlantedNetworks(long seed) {
    random = new Random(seed);
  }

  /** Adds a network of several texts; each names a contact of the text before it, and its own. */
  PlantedNetworks network(int texts) {
    String name = "network-" + truth.size();
    String before = contact();
    for (int text = 0; text < texts; text++) {
      String own = contact();
      List<String> words = words(50);
      int copies = random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 1;
      for (int copy = 0; copy < copies; copy++) {
        words.set(20, word());
        String both = copy == 0 ? before + " or " + own : own;
        String generic = random.nextInt(4) == 0 ? " Complaints: " + HOTLINE : "";
        add(name, String.join(" ", words) + ". Call or write " + both + generic);
      }
      before = own;
    }
    return this;
  }

  /** Adds adverts that have nothing to do with any other but what everybody names. */
  PlantedNetworks strangers(int count) {
    for (int i = 0; i < count; i++) {
      String shared =
          switch (random.nextInt(5)) {
            case 0 -> " Complaints: " + HOTLINE;
            case 1 -> " Or " + PLACEHOLDERS.get(random.nextInt(PLACEHOLDERS.size()));
            default -> "";
          };
      String name = "stranger-" + truth.size();
      add(name, String.join(" ", words(50)) + ". Call or write " + contact() + "." + shared);
    }
    return this;
  }

  /** Returns all adverts as lines of JSON in a random order. */
  List<String> shuffled(long seed) {
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private void add(String network, String text) {
    String id = "p" + truth.size();
    truth.put(id, network);
    lines.add(
        String.format(
            "{\"id\":\"%s\",\"text\":\"%s\",\"site\":\"board-%d.example.org\",\"posted\":\"2026-02-%02d\"}%n",
            id, text, random.nextInt(5), 1 + random.nextInt(28)));
  }

  private String contact() {
    int number = contacts++;
    return number % 3 == 0 && number < 10_000
        ? String.format("+33 6 39 98 %02d %02d", number / 100, number % 100)
        : "person-" + number + "@example.org";
  }

  private List<String> words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(word());
    }
    return words;
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3 + random.nextInt(5); i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
