package org.vigie.lab.bench.fasttext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.language.WholeTextDetector;

/**
 * Language identification on every other line of the samples. fastText is trained on the lines
 * between them, Vigie's and OpenNLP's model on none.
 */
final class LanguageComparison {
  /**
   * N-grams, dimensions and loss of fastText's own model of 176 languages; rate and rounds are the
   * best of a few that were tried on the measured lines, which is in its favour.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-minn", "2", "-maxn", "4", "-dim", "16", "-epoch", "80", "-lr", "1", "-bucket", "200000",
          "-loss", "hs");

  /** In Latin script, Bosnian, Croatian and Serbian are one language to this measure. */
  private static final Set<String> ONE = Set.of("bs", "hr", "sr");

  static final String TITLE = "Language beside fastText";

  private LanguageComparison() {}

  /** Returns what stands below the title, in Markdown. */
  static String section(Path folder, Path scratch) throws IOException, InterruptedException {
    return """
    500 lines each of 35 languages, every other one measured. Bosnian, Croatian and Serbian in Latin script are one.
    fastText is trained on the lines between them (%s); Vigie's weights are those of OpenNLP's model, which doesn't know
    Tigrinya and Yoruba ([Language](../explanation/classifier.md#language) tells how these are told, and with which lines in view).

    |what|mean share right|lowest|µs a line|
    |---|---:|---:|---:|
    %s\
    """
        .formatted(String.join(" ", OPTIONS), rows(folder, scratch));
  }

  private static String rows(Path folder, Path scratch) throws IOException, InterruptedException {
    List<FastText.Example> training = new ArrayList<>();
    List<FastText.Example> measuring = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String language = file.getFileName().toString().replace(".txt", "");
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          (i % 2 == 0 ? training : measuring).add(new FastText.Example(language, lines.get(i)));
        }
      }
    }
    List<String> texts = measuring.stream().map(FastText.Example::text).toList();
    FastText fastText = new FastText(scratch);
    fastText.train(training, OPTIONS);
    LanguageIdentifier vigie = new LanguageIdentifier();
    WholeTextDetector openNlp = new WholeTextDetector();
    return row(
            "fastText, trained on the other half",
            measuring,
            fastText.answers(texts).stream().map(FastText.Answer::label).toList(),
            fastText.micros(texts))
        + row(
            "Vigie",
            measuring,
            texts.stream().map(text -> vigie.identify(text, "")).toList(),
            CpuTime.micros(texts, text -> vigie.identify(text, "")))
        + row(
            "OpenNLP's detector, all of the line",
            measuring,
            texts.stream().map(openNlp::identify).toList(),
            CpuTime.micros(texts, openNlp::identify));
  }

  private static String row(
      String name, List<FastText.Example> truth, List<String> answers, double micros) {
    Map<String, List<Boolean>> right = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      String language = truth.get(i).label();
      right.computeIfAbsent(language, l -> new ArrayList<>()).add(isSame(language, answers.get(i)));
    }
    Map<String, Double> shares = new TreeMap<>();
    right.forEach((language, all) -> shares.put(language, share(all)));
    var lowest = shares.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    return String.format(
        Locale.ROOT,
        "|%s|%.3f|%.3f (%s)|%.1f|%n",
        name,
        shares.values().stream().mapToDouble(Double::doubleValue).average().orElse(0),
        lowest.getValue(),
        lowest.getKey(),
        micros);
  }

  private static double share(List<Boolean> all) {
    return (double) all.stream().filter(right -> right).count() / all.size();
  }

  private static boolean isSame(String expected, String found) {
    boolean latin = !expected.equals("sr");
    return expected.equals(found) || (latin && ONE.contains(expected) && ONE.contains(found));
  }
}
