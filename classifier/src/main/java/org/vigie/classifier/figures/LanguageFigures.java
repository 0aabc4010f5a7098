package org.vigie.classifier.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.classifier.language.LanguageIdentifier;

/** How many sentences of each language are told to be of it. */
final class LanguageFigures implements FigureSource {
  private static final String SUBJECT = "language";
  private static final String DATA = "langid";
  private static final Target MEAN = Target.atLeast(0.96);
  private static final Target LOWEST = Target.atLeast(0.90);

  /** In Latin script, Bosnian, Croatian and Serbian are one language to this measure. */
  private static final Set<String> ONE = Set.of("bs", "hr", "sr");

  @Override
  public List<Figure> measure(Places places) throws IOException {
    if (!places.isThere(DATA)) {
      return List.of(
          Figure.missing(SUBJECT, "mean share right", MEAN, Places.absent(DATA)),
          Figure.missing(SUBJECT, "lowest share right", LOWEST, Places.absent(DATA)));
    }
    TreeMap<String, Double> shares = shares(places.data().resolve(DATA));
    double mean = shares.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    Map.Entry<String, Double> lowest =
        shares.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    return List.of(
        Figure.measured(SUBJECT, "mean share right", MEAN, mean, shares.size() + " languages"),
        Figure.measured(SUBJECT, "lowest share right", LOWEST, lowest.getValue(), lowest.getKey()));
  }

  private static TreeMap<String, Double> shares(Path folder) throws IOException {
    LanguageIdentifier identifier = new LanguageIdentifier();
    TreeMap<String, Double> shares = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String language = file.getFileName().toString().replace(".txt", "");
        List<String> sentences = Files.readAllLines(file);
        long right =
            sentences.stream().filter(s -> isSame(language, identifier.identify(s, ""))).count();
        shares.put(language, (double) right / sentences.size());
      }
    }
    return shares;
  }

  private static boolean isSame(String expected, String found) {
    boolean latin = !expected.equals("sr");
    return expected.equals(found) || (latin && ONE.contains(expected) && ONE.contains(found));
  }
}
