package org.vigie.training.name;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.classifier.name.NameFinder;
import org.vigie.classifier.name.NameModel;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** Sentences that were written apart from those trained on, with the names in them in brackets. */
public final class HandWrittenNames {
  private static final String FILE = "names/hand-written.tsv";

  private HandWrittenNames() {}

  /** Returns how many names the finder in use in a models folder finds, over all sentences. */
  public static NameScore score(Path models) throws IOException {
    return measure(models, NameFinder.load(models)).values().stream()
        .reduce(NameScore.none(), NameScore::plus);
  }

  static Map<String, NameScore> measure(Path models, NameModel model) throws IOException {
    return measure(models, NameFinder.of(models, model));
  }

  private static Map<String, NameScore> measure(Path models, NameFinder finder) throws IOException {
    PlaceFinder places = PlaceFinder.load(models);
    Map<String, NameScore> scores = new TreeMap<>();
    for (String line : Files.readAllLines(models.resolve(FILE))) {
      String[] columns = line.split("\t", -1);
      scores.merge(columns[0], score(columns[1], finder, places, columns[0]), NameScore::plus);
    }
    return scores;
  }

  private static NameScore score(
      String marked, NameFinder finder, PlaceFinder places, String language) {
    Set<Span> names = new HashSet<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    for (int open = marked.indexOf("[["); open >= 0; open = marked.indexOf("[[", at)) {
      int close = marked.indexOf("]]", open);
      plain.append(marked, at, open);
      names.add(new Span(plain.length(), plain.length() + close - open - 2));
      plain.append(marked, open + 2, close);
      at = close + 2;
    }
    NormalizedText text = NormalizedText.of(plain.append(marked.substring(at)).toString());
    List<Word> words = Words.of(text);
    List<Place> towns = places.find(text, words, "", "", List.of());
    List<Span> found =
        finder.find(text, words, towns, List.of(), language).stream()
            .map(PersonName::span)
            .toList();
    return NameScore.none().plus(found, names);
  }
}
