package org.vigie.training.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.language.WholeTextDetector;
import org.vigie.training.risk.LabelledTexts;

/** How many sentences of each language are told to be of it. */
final class LanguageFigures implements FigureSource {
  private static final String SUBJECT = "language";
  private static final String DATA = "langid";
  private static final FigureTarget MEAN = FigureTarget.atLeast(0.96);
  private static final FigureTarget LOWEST = FigureTarget.atLeast(0.90);
  private static final String AGREEMENT_NAME = "share told as by OpenNLP from the whole text";
  private static final FigureTarget AGREEMENT = FigureTarget.atLeast(0.99);

  /** UTF-16 positions of the shortest advert that agreement is promised for. */
  private static final int LONG = 200;

  private static final List<String> ADVERTS =
      List.of("emscad_dev.jsonl.gz", OrdinaryOffers.IRISH, OrdinaryOffers.POLISH);

  /** In Latin script, Bosnian, Croatian and Serbian are one language to this measure. */
  private static final Set<String> ONE = Set.of("bs", "hr", "sr");

  @Override
  public List<Figure> measure(Places places) throws IOException {
    List<Figure> figures = new ArrayList<>(shares(places));
    figures.add(agreement(places));
    return figures;
  }

  private static Figure agreement(Places places) throws IOException {
    LanguageIdentifier identifier = new LanguageIdentifier();
    WholeTextDetector whole = new WholeTextDetector();
    int all = 0;
    int same = 0;
    for (String file : ADVERTS) {
      if (!places.isThere("job-ads/" + file)) {
        return Figure.missing(SUBJECT, AGREEMENT_NAME, AGREEMENT, Places.absent(file));
      }
      for (var advert : LabelledTexts.read(places.data().resolve("job-ads").resolve(file))) {
        if (advert.text().length() >= LONG) {
          all++;
          same +=
              identifier.identify(advert.text(), "").equals(whole.identify(advert.text())) ? 1 : 0;
        }
      }
    }
    String remark = all + " job adverts of " + LONG + " characters and more in en, pl";
    return Figure.measured(SUBJECT, AGREEMENT_NAME, AGREEMENT, (double) same / all, remark);
  }

  private static List<Figure> shares(Places places) throws IOException {
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
