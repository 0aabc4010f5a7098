package org.vigie.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of one language or site: named sections of lines, of which a {@link Composer} makes
 * sentences.
 */
final class PhraseTable {
  private final String name;
  private final Map<String, List<String>> sections;
  private final Map<String, Integer> places = new HashMap<>();

  private PhraseTable(String name, Map<String, List<String>> sections) {
    this.name = name;
    this.sections = sections;
    for (String section : sections.keySet()) {
      places.put(section, places.size());
    }
  }

  /** Reads a table from the resources of this module, such as {@code phrases/fr.txt}. */
  static PhraseTable load(String name) {
    return new PhraseTable(name, parse(name, WorldFile.read(name)));
  }

  private static Map<String, List<String>> parse(String name, String text) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    @Nullable List<String> section = null;
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (section == null) {
        throw new IllegalStateException(
            "a line must follow a [section], but none was open in " + name + ":" + number);
      } else {
        section.add(line);
      }
    }
    return sections;
  }

  /** Returns the name of the file, for errors. */
  String name() {
    return name;
  }

  /** Returns how many sections stand before one. */
  int place(String section) {
    return places.getOrDefault(section, 0);
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  /** Returns the lines of a section. */
  List<String> require(String section) {
    List<String> lines = sections.get(section);
    if (lines == null || lines.isEmpty()) {
      throw new IllegalStateException(name + " must have lines in [" + section + "], but has none");
    }
    return lines;
  }
}
