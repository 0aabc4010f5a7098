package org.vigie.casework.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.files.yaml.YamlFile;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * Tells the sector of work that a text is about by its words: a rough guess, and said to be one.
 */
final class Sectors {
  /** The sectors, in the order in which one goes before another with as many words. */
  static final List<String> LABELS =
      List.of(
          "agriculture",
          "fishing",
          "construction",
          "manufacturing",
          "hospitality",
          "cleaning",
          "domestic-care",
          "transport",
          "beauty-massage",
          "entertainment",
          "online",
          Domain.UNKNOWN);

  private static final String FILE = "sectors.yaml";
  private static final int SHORTEST = 3;
  private static final int LONGEST = 16;

  private final Map<String, String> beginnings;

  private Sectors(Map<String, String> beginnings) {
    this.beginnings = beginnings;
  }

  /** Reads the list of words. */
  static Sectors load() throws IOException {
    try (InputStream in = Sectors.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " must be on the class path, but isn't");
      }
      JsonNode tree = YamlFile.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8), FILE);
      Map<String, String> beginnings = new HashMap<>();
      for (String label : LABELS) {
        tree.path(label)
            .forEach(word -> beginnings.putIfAbsent(NormalizedText.fold(word.asText()), label));
      }
      return new Sectors(beginnings);
    }
  }

  /** Returns the sector of a text, or {@code unknown}. */
  String of(String text) {
    Map<String, Integer> found = new HashMap<>();
    for (Word word : Words.of(NormalizedText.of(text))) {
      String sector = sectorOf(word.text());
      if (!sector.isEmpty()) {
        found.merge(sector, 1, Integer::sum);
      }
    }
    String best = Domain.UNKNOWN;
    for (String label : LABELS) {
      if (found.getOrDefault(label, 0) > found.getOrDefault(best, 0)) {
        best = label;
      }
    }
    return best;
  }

  /** The longest beginning counts. */
  private String sectorOf(String word) {
    for (int length = Math.min(word.length(), LONGEST); length >= SHORTEST; length--) {
      String sector = beginnings.get(word.substring(0, length));
      if (sector != null) {
        return sector;
      }
    }
    return "";
  }
}
