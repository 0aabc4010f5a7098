package org.vigie.capture.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that Tesseract is sure of. Photographs and the squares of codes look like letters to
 * it, but not much.
 *
 * <p>What it prints is a table of words with their confidence, and after it the text: words of the
 * table can't be put together again, since some scripts part none.
 */
final class SureLines {
  /** Percent: lines of drawn adverts have from 54 on, what it sees in scenes 32 to 48. */
  private static final double LEAST = 50;

  private static final int COLUMNS = 12;
  private static final String WORD = "5";

  private SureLines() {}

  /** How sure it is of a line: the mean over its characters. */
  private static final class Confidence {
    private double sum;
    private int characters;

    void add(double confidence, int length) {
      sum += confidence * length;
      characters += length;
    }

    boolean isSure() {
      return sum >= LEAST * characters;
    }
  }

  /**
   * Returns the lines of a text.
   *
   * @param printed the table, and the text after it
   */
  static List<String> of(String printed) {
    Map<String, Confidence> table = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    printed
        .lines()
        .forEach(line -> {
          String[] cells = line.split("\t", -1);
          if (cells.length == COLUMNS) {
            add(cells, table);
          } else if (!line.isBlank()) {
            lines.add(line);
          }
        });
    List<Confidence> confidences = List.copyOf(table.values());
    if (confidences.size() != lines.size()) {
      return lines; // then nothing tells which is which
    }
    List<String> sure = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (confidences.get(i).isSure()) {
        sure.add(lines.get(i));
      }
    }
    return sure;
  }

  private static void add(String[] cells, Map<String, Confidence> table) {
    String word = cells[11].strip();
    if (cells[0].equals(WORD) && !word.isEmpty()) {
      String place = cells[2] + " " + cells[3] + " " + cells[4];
      table
          .computeIfAbsent(place, none -> new Confidence())
          .add(Double.parseDouble(cells[10]), word.length());
    }
  }
}
