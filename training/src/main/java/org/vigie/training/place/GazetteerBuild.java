package org.vigie.training.place;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * Makes {@code models/gazetteer/cities.tsv.gz} of GeoNames' {@code cities500.txt}: the towns that
 * matter, their names as words are compared, a tilde before those that are common words as well.
 *
 * @see <a href="https://download.geonames.org/export/dump/readme.txt">GeoNames' columns</a>
 */
public final class GazetteerBuild {
  private static final int POPULATION = 15_000;

  /** Towns of the European Union and the routes to it are kept from here. */
  private static final int POPULATION_NEAR = 3_000;

  /** Smaller towns' other names in Latin letters are mostly transliterations. */
  private static final int POPULATION_OF_OTHER_NAMES = 50_000;

  private static final Set<String> NEAR =
      Set.of(
          ("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE GB CH"
                  + " NO UA MD TR AL RS BA ME MK XK MA TN DZ")
              .split(" "));

  /** How often a name must stand in small letters to count as a common word. */
  private static final int COMMON = 2;

  private final Map<String, Integer> inSmallLetters;

  private GazetteerBuild(Map<String, Integer> inSmallLetters) {
    this.inSmallLetters = inSmallLetters;
  }

  /**
   * Writes the gazetteer, the same bytes each time.
   *
   * @param args {@code cities500.txt}, a folder of texts with sentences in many languages, the file
   *     to write
   */
  public static void main(String[] args) throws IOException {
    GazetteerBuild build = new GazetteerBuild(wordsInSmallLetters(Path.of(args[1])));
    StringBuilder out = new StringBuilder();
    int towns = 0;
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String town = build.town(line.split("\t", -1));
      towns += town.isEmpty() ? 0 : 1;
      out.append(town);
    }
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(Path.of(args[2])))) {
      gzip.write(out.toString().getBytes(StandardCharsets.UTF_8));
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(towns + " towns");
  }

  private String town(String[] columns) {
    int population = Integer.parseInt(columns[14].isEmpty() ? "0" : columns[14]);
    boolean near = NEAR.contains(columns[8]);
    boolean section = columns[7].equals("PPLX") && population < POPULATION_OF_OTHER_NAMES;
    if (population < (near ? POPULATION_NEAR : POPULATION) || section) {
      return "";
    }
    Set<String> names = new LinkedHashSet<>();
    names.add(compared(columns[1]));
    names.add(compared(columns[2]));
    for (String name : columns[3].split(",")) {
      if (isKept(name, population)) {
        names.add(compared(name));
      }
    }
    names.removeIf(name -> name.length() < 3 || name.chars().filter(c -> c == ' ').count() > 3);
    String all = names.stream().map(this::marked).collect(Collectors.joining("|"));
    return all.isEmpty()
        ? ""
        : String.join(
                "\t",
                columns[0],
                columns[1],
                columns[8],
                columns[4],
                columns[5],
                Integer.toString(population),
                all)
            + "\n";
  }

  /** Keeps names in the scripts of the mission, none of capitals alone: those are codes. */
  private static boolean isKept(String name, int population) {
    if (name.length() < 3 || name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
      boolean cased = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
      if (cased || name.length() < 3) {
        return false;
      }
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(name.codePointAt(0));
    return switch (script) {
      case LATIN ->
          population >= POPULATION_OF_OTHER_NAMES && Character.isUpperCase(name.charAt(0));
      case CYRILLIC, GREEK, ARABIC, GEORGIAN, ARMENIAN -> true;
      default -> false;
    };
  }

  private String marked(String name) {
    return inSmallLetters.getOrDefault(name, 0) >= COMMON ? "~" + name : name;
  }

  static String compared(String name) {
    return Words.of(NormalizedText.of(name)).stream()
        .map(Word::text)
        .collect(Collectors.joining(" "));
  }

  private static Map<String, Integer> wordsInSmallLetters(Path folder) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.sorted().forEach(files::add);
    }
    for (Path file : files) {
      NormalizedText text = NormalizedText.of(Files.readString(file));
      for (Word word : Words.of(text)) {
        String written = text.originalSpan(word.start(), word.end()).of(text.original());
        if (Character.isLowerCase(written.codePointAt(0))) {
          counts.merge(word.text(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
