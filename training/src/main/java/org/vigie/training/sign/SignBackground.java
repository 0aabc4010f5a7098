package org.vigie.training.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Ordinary texts of elsewhere, which teach a categoriser what is said without any sign: pieces of
 * job adverts and sentences of many languages. They lie outside the repository.
 */
public final class SignBackground {
  private static final int OF_ADVERTS = 2500;
  private static final int OF_A_LANGUAGE = 90;
  private static final int LEAST = 20;
  private static final int MOST = 400;

  private static final List<String> ADVERTS =
      List.of("emscad_dev:en", "classifieds_ie_dev:en", "poland_1k:pl");

  /** ISO 639-3 codes, by which some of the files are named. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("amh", "am"),
          Map.entry("aze", "az"),
          Map.entry("bel", "be"),
          Map.entry("ben", "bn"),
          Map.entry("hin", "hi"),
          Map.entry("hye", "hy"),
          Map.entry("ind", "id"),
          Map.entry("kat", "ka"),
          Map.entry("swh", "sw"),
          Map.entry("tgl", "tl"),
          Map.entry("tha", "th"),
          Map.entry("urd", "ur"),
          Map.entry("vie", "vi"),
          Map.entry("cmn", "zh"),
          Map.entry("ara", "ar"),
          Map.entry("fra", "fr"),
          Map.entry("deu", "de"),
          Map.entry("spa", "es"),
          Map.entry("rus", "ru"),
          Map.entry("tur", "tr"));

  private SignBackground() {}

  /**
   * Reads the folder of data; what is not there is left out.
   *
   * @param data folder with {@code job-ads}, {@code langid} and {@code lexical}
   */
  public static List<SignLine> read(Path data) throws IOException {
    List<SignLine> lines = new ArrayList<>();
    for (String source : ADVERTS) {
      String[] parts = source.split(":", 2);
      addAdverts(lines, data.resolve("job-ads").resolve(parts[0] + ".jsonl.gz"), parts[1]);
    }
    for (Path file : files(data.resolve("langid"))) {
      addSentences(lines, file, file.getFileName().toString().substring(0, 2));
    }
    for (Path file : files(data.resolve("lexical/text/tatoeba"))) {
      String name = file.getFileName().toString();
      String language = CODES.getOrDefault(name.substring(0, Math.min(3, name.length())), "");
      if (!language.isEmpty()) {
        addSentences(lines, file, language);
      }
    }
    return lines;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void addAdverts(List<SignLine> lines, Path file, String language)
      throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    ObjectMapper json = new ObjectMapper();
    Random random = new Random(7);
    int count = 0;
    for (String line : shuffled(file, random)) {
      JsonNode advert = json.readTree(line);
      if (advert.path("label").asInt(0) != 0 || count >= OF_ADVERTS) {
        continue;
      }
      String[] sentences = advert.path("text").asText().split("(?<=[.!?])\\s+|\\n+");
      int from = random.nextInt(sentences.length);
      int to = Math.min(sentences.length, from + 1 + random.nextInt(3));
      count +=
          add(lines, language, "offer", String.join(" ", List.of(sentences).subList(from, to)));
    }
  }

  private static void addSentences(List<SignLine> lines, Path file, String language)
      throws IOException {
    int count = 0;
    for (String line : shuffled(file, new Random(7))) {
      if (count < OF_A_LANGUAGE) {
        count += add(lines, language, "", line.split("\t", 2)[0]);
      }
    }
  }

  private static int add(List<SignLine> lines, String language, String genre, String text) {
    String one = text.replaceAll("\\s+", " ").strip();
    if (one.length() < LEAST) {
      return 0;
    }
    String cut = one.substring(0, Math.min(MOST, one.length()));
    lines.add(SignLine.ordinary(language, genre, cut));
    return 1;
  }

  private static List<String> shuffled(Path file, Random random) throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                    StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    }
    Collections.shuffle(lines, random);
    return lines;
  }
}
