package org.vigie.training.name;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.vigie.classifier.name.NameList;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.WordUses;
import org.vigie.text.Words;

/** Makes {@code models/names/names.tsv.gz} of the lists that its README names. */
public final class NameListBuild {
  /** Locales whose names are in a script that is not read, or mostly common words of others. */
  private static final Set<String> LEFT_OUT =
      Set.of("zh_CN", "zh_TW", "ja", "ko", "th", "he", "dv", "ne", "vi", "en_AU_ocker", "eo", "ur");

  /** Names in these letters are listed in Latin ones as well, since adverts write them so. */
  private static final Map<String, String> TO_LATIN =
      Map.of(
          "ru", "Russian-Latin/BGN",
          "uk", "Ukrainian-Latin/BGN",
          "bg", "Bulgarian-Latin/BGN",
          "mk", "Macedonian-Latin/BGN",
          "el", "Greek-Latin/BGN");

  /** Serbian is written in either script, letter for letter (Vuk Karadžić, 1818). */
  private static final Transliterator SERBIAN =
      Transliterator.createFromRules(
          "sr-Latn-sr-Cyrl",
          "::Lower; [Dd][žŽ] > џ; [Ll][jJ] > љ; [Nn][jJ] > њ; ::Null; a > а; b > б; c > ц; č > ч; ć > ћ; d > д;"
              + " đ > ђ; e > е; f > ф; g > г; h > х; i > и; j > ј; k > к; l > л; m > м; n > н; o > о;"
              + " p > п; r > р; s > с; š > ш; t > т; u > у; v > в; z > з; ž > ж; ::Null; ::Title;",
          Transliterator.FORWARD);

  /** A word seen as often is no rare name. */
  private static final int SEEN = 3;

  private static final int SHORTEST = 3;

  private final WordUses uses;
  private final SortedMap<String, Found> byKey = new TreeMap<>();

  private NameListBuild(WordUses uses) {
    this.uses = uses;
  }

  private static final class Found {
    private final SortedSet<String> languages = new TreeSet<>();
    private int kind;
  }

  /**
   * Writes the list, the same bytes each time.
   *
   * @param args a table of locale, {@code first_name} or {@code last_name}, and name; a folder with
   *     {@code bg.yml}, {@code en.yml} and {@code sq.yml}; the file {@code cues.yaml}; a folder of
   *     texts with sentences and adverts in many languages; the file to write
   */
  public static void main(String[] args) throws IOException {
    NameListBuild build = new NameListBuild(WordUses.in(Path.of(args[3])));
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] columns = line.split("\t", -1);
      if (!LEFT_OUT.contains(columns[0])) {
        build.add(columns[0].split("_")[0], kind(columns[1]), columns[2]);
      }
    }
    for (String language : List.of("bg", "en", "sq")) {
      build.addYaml(Path.of(args[1]), language);
    }
    for (String alias : YamlMap.read(Path.of(args[2])).texts("aliases")) {
      build.put("und", NameList.GIVEN, alias);
    }
    for (String word : YamlMap.read(Path.of(args[2])).texts("other")) {
      build.markCommon(Words.compared(NormalizedText.of(word).folded()));
    }
    build.addOtherWords();
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(Path.of(args[4])))) {
      gzip.write(build.table().getBytes(StandardCharsets.UTF_8));
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println(build.byKey.size() + " names");
  }

  private static int kind(String key) {
    return key.endsWith("first_name") ? NameList.GIVEN : NameList.FAMILY;
  }

  private void addYaml(Path folder, String language) throws IOException {
    YamlMap names =
        YamlMap.read(folder.resolve(language + ".yml")).map(language).map("faker").map("name");
    for (String key : names.keys()) {
      if (key.matches("(fe)?male_(first|last)_name|last_name")) {
        names.texts(key).forEach(name -> add(language, kind(key), name));
      }
    }
  }

  private void add(String language, int kind, String name) {
    put(language, kind, name);
    String latin = TO_LATIN.get(language);
    if (latin != null) {
      put(language, kind, Transliterator.getInstance(latin).transliterate(name).replace("ʹ", ""));
    }
    if (language.equals("sr")) {
      put(language, kind, SERBIAN.transliterate(name));
    }
  }

  /** Keeps names of one word: the parts of others are names mostly, too. */
  private void put(String language, int kind, String name) {
    List<Word> words = Words.of(NormalizedText.of(name));
    if (words.size() != 1 || words.getFirst().text().length() < SHORTEST) {
      return;
    }
    Found found =
        byKey.computeIfAbsent(words.getFirst().text() + "\t" + name.strip(), k -> new Found());
    found.languages.add(language);
    found.kind |= kind;
    if (uses.isCommon(words.getFirst().text())) {
      found.kind |= NameList.COMMON;
    }
  }

  private void markCommon(String word) {
    for (Found found : byKey.subMap(word + "\t", word + "\t\uffff").values()) {
      found.kind |= NameList.COMMON;
    }
  }

  /** Adds the words that are seen with a capital though they are no names. */
  private void addOtherWords() {
    Set<String> names = new HashSet<>();
    byKey.keySet().forEach(key -> names.add(key.substring(0, key.indexOf('\t'))));
    uses.all()
        .forEach((word, count) -> {
          boolean capital = count > uses.inSmallLetters().getOrDefault(word, 0);
          boolean letters = word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter);
          if (count >= SEEN && capital && letters && !names.contains(word)) {
            Found found = new Found();
            found.kind = uses.isCommon(word) ? NameList.COMMON : NameList.SEEN;
            byKey.put(word + "\t", found);
          }
        });
  }

  private String table() {
    StringBuilder out = new StringBuilder();
    byKey.forEach((key, found) ->
        out.append(key)
            .append('\t')
            .append(String.join(" ", found.languages))
            .append('\t')
            .append(found.kind)
            .append('\n'));
    return out.toString();
  }
}
