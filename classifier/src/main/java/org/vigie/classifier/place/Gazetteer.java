package org.vigie.classifier.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The towns of GeoNames by their names in several scripts. */
final class Gazetteer {
  static final String FILE = "gazetteer/cities.tsv.gz";

  private static final int COLUMNS = 7;

  /** Those in use, by the file that each was read from. */
  private static final Map<Version, WeakReference<Gazetteer>> SHARED = new HashMap<>();

  private final Map<String, List<Named>> byName = new HashMap<>();
  private final Map<String, Integer> mostWords = new HashMap<>();
  private int towns;

  private Gazetteer() {}

  private record Version(Path file, FileTime modified, long bytes) {}

  /**
   * A town.
   *
   * @param id its number in GeoNames
   * @param name its name
   * @param country ISO 3166-1 alpha-2 code
   * @param latitude degrees north
   * @param longitude degrees east
   * @param population inhabitants
   */
  record Town(
      int id, String name, String country, double latitude, double longitude, int population) {}

  /**
   * A town under one of its names.
   *
   * @param town the town
   * @param common whether the name is a common word as well
   */
  record Named(Town town, boolean common) {}

  /**
   * Reads the gazetteer of the models folder, or returns the one that was read of the same file: it
   * takes 42 MB, and each thread has a finder of its own.
   */
  static synchronized Gazetteer load(Path models) throws IOException {
    Path file = models.resolve(FILE).toRealPath();
    Version version = new Version(file, Files.getLastModifiedTime(file), Files.size(file));
    SHARED.values().removeIf(known -> known.get() == null);
    WeakReference<Gazetteer> known = SHARED.get(version);
    Gazetteer shared = known == null ? null : known.get();
    if (shared == null) {
      shared = read(file);
      SHARED.put(version, new WeakReference<>(shared));
    }
    return shared;
  }

  private static Gazetteer read(Path file) throws IOException {
    Gazetteer gazetteer = new Gazetteer();
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
        gazetteer.add(columns);
      }
    }
    return gazetteer;
  }

  private void add(String[] columns) {
    Town town =
        new Town(
            Integer.parseInt(columns[0]),
            columns[1],
            columns[2],
            Double.parseDouble(columns[3]),
            Double.parseDouble(columns[4]),
            Integer.parseInt(columns[5]));
    towns++;
    for (String marked : columns[6].split("\\|")) {
      boolean common = marked.startsWith("~");
      String name = common ? marked.substring(1) : marked;
      byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(new Named(town, common));
      int space = name.indexOf(' ');
      int words = 1;
      for (int at = space; at >= 0; at = name.indexOf(' ', at + 1)) {
        words++;
      }
      mostWords.merge(space < 0 ? name : name.substring(0, space), words, Math::max);
    }
  }

  int size() {
    return towns;
  }

  /** Returns how many words the longest name has that begins with a word; 0 if none does. */
  int mostWordsAfter(String word) {
    return mostWords.getOrDefault(word, 0);
  }

  /** Returns the towns of a name. */
  List<Named> named(String name) {
    return byName.getOrDefault(name, List.of());
  }
}
