package org.vigie.classifier.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.vigie.classifier.image.TextTable;

/** Reads the gazetteer's file: a town a line, of seven columns, the last one all its names. */
final class GazetteerFile {
  private static final int COLUMNS = 7;

  private final List<Gazetteer.Town> towns = new ArrayList<>();
  private final Map<String, List<Integer>> byName = new LinkedHashMap<>();
  private final Map<String, Integer> mostWords = new LinkedHashMap<>();

  private GazetteerFile() {}

  static Gazetteer read(Path file) throws IOException {
    GazetteerFile read = new GazetteerFile();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
          throw new IllegalArgumentException(
              file + " must have 7 columns, but has " + columns.length + " in one line");
        }
        read.add(columns);
      }
    }
    return read.gazetteer();
  }

  /** Returns the town of a marked one. */
  static int town(int marked) {
    return marked >> 1;
  }

  /** Returns whether the name of a marked town is a common word as well. */
  static boolean isCommon(int marked) {
    return (marked & 1) != 0;
  }

  private void add(String[] columns) {
    int number = towns.size();
    towns.add(
        new Gazetteer.Town(
            Integer.parseInt(columns[0]),
            columns[1],
            columns[2],
            Double.parseDouble(columns[3]),
            Double.parseDouble(columns[4]),
            Integer.parseInt(columns[5])));
    for (String marked : columns[6].split("\\|")) {
      boolean common = marked.startsWith("~");
      addName(common ? marked.substring(1) : marked, number << 1 | (common ? 1 : 0));
    }
  }

  private void addName(String name, int marked) {
    byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(marked);
    int space = name.indexOf(' ');
    int words = 1;
    for (int at = space; at >= 0; at = name.indexOf(' ', at + 1)) {
      words++;
    }
    mostWords.merge(space < 0 ? name : name.substring(0, space), words, Math::max);
  }

  private Gazetteer gazetteer() {
    int[][] ofName =
        byName.values().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    byte[] most = new byte[mostWords.size()];
    int i = 0;
    for (int words : mostWords.values()) {
      most[i++] = (byte) Math.min(words, Byte.MAX_VALUE);
    }
    return new Gazetteer(
        TownTable.of(towns),
        TextTable.of(byName.keySet()),
        ofName,
        TextTable.of(mostWords.keySet()),
        most);
  }
}
