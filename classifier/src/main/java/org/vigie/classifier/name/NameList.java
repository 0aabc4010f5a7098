package org.vigie.classifier.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Given and family names of many languages, by how they are compared. */
public final class NameList {
  public static final String FILE = "names/names.tsv.gz";

  /** A word that is a given name. */
  public static final int GIVEN = 1;

  /** A word that is a family name. */
  public static final int FAMILY = 2;

  /** A name that is a common word of some language as well. */
  public static final int COMMON = 4;

  /** A word that is often written with a capital though it is no listed name. */
  public static final int SEEN = 8;

  private static final int COLUMNS = 4;

  private final List<Entry> entries;
  private final NameKinds kinds;

  private NameList(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    this.kinds = NameKinds.of(this.entries);
  }

  /**
   * A name.
   *
   * @param compared the word as it is compared
   * @param written the name as it is written
   * @param languages where it is in use, language tags
   * @param kind union of {@link #GIVEN}, {@link #FAMILY}, {@link #COMMON} and {@link #SEEN}
   */
  public record Entry(String compared, String written, List<String> languages, int kind) {
    public Entry {
      languages = List.copyOf(languages);
    }
  }

  public static NameList load(Path models) throws IOException {
    Path file = models.resolve(FILE);
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
          throw new IllegalArgumentException(
              file + " must have 4 columns, but has " + columns.length + " in one line");
        }
        entries.add(
            new Entry(
                columns[0],
                columns[1],
                List.of(columns[2].split(" ")),
                Integer.parseInt(columns[3])));
      }
    }
    return new NameList(entries);
  }

  /** Returns this list without some names, such as those that a measure is to know nothing of. */
  public NameList without(java.util.function.Predicate<Entry> left) {
    return new NameList(entries.stream().filter(left.negate()).toList());
  }

  /** Returns all names, in alphabetical order of how they are compared. */
  public List<Entry> entries() {
    return entries;
  }

  /** Returns what finding names asks for. */
  NameKinds kinds() {
    return kinds;
  }

  /** Returns what a word is: a union of kinds, 0 if it is no name. */
  public int kindOf(String compared) {
    return kinds.of(compared);
  }
}
