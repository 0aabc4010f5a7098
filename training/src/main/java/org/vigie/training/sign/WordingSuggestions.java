package org.vigie.training.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Span;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.ReadAdvert;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.sign.Family;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * New wording: what stands in several labelled texts that say a family and in which it isn't found,
 * and hardly in ordinary ones.
 *
 * @param missed family → how many texts say it without its being found
 * @param suggestions the likeliest first, by family
 */
public record WordingSuggestions(Map<Family, Integer> missed, List<Suggestion> suggestions) {
  private static final int MOST_WORDS = 3;

  /** Wording is hardly in ordinary texts if its share of them is so many times smaller. */
  private static final int TIMES_RARER = 10;

  private static final String HEADING = "family\t";

  public WordingSuggestions {
    missed = new TreeMap<>(missed);
    suggestions = List.copyOf(suggestions);
  }

  /**
   * Words beside each other that may be a pattern of a concept.
   *
   * @param family what the texts say
   * @param words as they are compared, a blank between
   * @param texts the texts that it was missed in; of those that take the minor-risk route none
   * @param in how many texts it was missed in
   * @param ordinary in how many ordinary texts it stands
   */
  public record Suggestion(Family family, String words, List<String> texts, int in, int ordinary) {
    public Suggestion {
      texts = List.copyOf(texts);
    }
  }

  /** A text with its words. */
  private record ReadText(String text, boolean isShown, Set<String> runs) {}

  /**
   * Reads a file of labelled texts, as corpora are written.
   *
   * @param file family, stance, genre, style and text on each line, tabs between
   * @param language code of their language
   * @param models the folder by which they are read
   * @param least in how many missed texts a wording must stand
   * @throws IllegalArgumentException if a line is none; names file and line
   */
  public static WordingSuggestions of(Path file, String language, Path models, int least)
      throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(models);
    MaskedWords masked = MaskedWords.load(models);
    Map<Family, List<ReadText>> missed = new TreeMap<>();
    List<Set<String>> ordinary = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith(HEADING)) {
        continue;
      }
      SignLine labelled = SignLine.parse(language, line, file + ":" + number);
      ReadAdvert read = assessor.read(advert(labelled));
      if (!labelled.isSaid()) {
        ordinary.add(runs(labelled.text(), List.of(), masked));
        continue;
      }
      Set<Family> found = new HashSet<>();
      read.signs().said().forEach(sign -> found.add(sign.family()));
      List<Span> known = read.signs().concepts().stream().map(concept -> concept.span()).toList();
      for (Family family : labelled.families()) {
        if (!found.contains(family)) {
          missed
              .computeIfAbsent(family, key -> new ArrayList<>())
              .add(
                  new ReadText(
                      labelled.text(),
                      !read.assessed().minorRisk() && family != Family.CHILD,
                      runs(labelled.text(), known, masked)));
        }
      }
    }
    Map<Family, Integer> counts = new TreeMap<>();
    List<Suggestion> suggestions = new ArrayList<>();
    missed.forEach((family, texts) -> {
      counts.put(family, texts.size());
      suggestions.addAll(suggested(family, texts, ordinary, least));
    });
    return new WordingSuggestions(counts, suggestions);
  }

  private static Advert advert(SignLine line) {
    return Advert.builder(Channel.FILE, "labelled texts", Instant.EPOCH)
        .body(line.text())
        .language(line.language())
        .build();
  }

  /** Returns the runs of words that hold one that no concept knows and none that is masked. */
  private static Set<String> runs(String text, List<Span> known, MaskedWords masked) {
    NormalizedText normalized = NormalizedText.of(text);
    List<Word> words = Words.of(normalized);
    BitSet hidden = masked.in(words);
    Set<String> runs = new TreeSet<>();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder run = new StringBuilder();
      boolean isNew = false;
      for (int at = from; at < Math.min(words.size(), from + MOST_WORDS); at++) {
        if (hidden.get(at)) {
          break;
        }
        Span span = normalized.originalSpan(words.get(at).start(), words.get(at).end());
        isNew |= known.stream().noneMatch(span::overlaps);
        run.append(run.isEmpty() ? "" : " ").append(words.get(at).text());
        if (isNew) {
          runs.add(run.toString());
        }
      }
    }
    return runs;
  }

  private static List<Suggestion> suggested(
      Family family, List<ReadText> texts, List<Set<String>> ordinary, int least) {
    Map<String, List<ReadText>> byRun = new TreeMap<>();
    for (ReadText text : texts) {
      for (String run : text.runs()) {
        byRun.computeIfAbsent(run, key -> new ArrayList<>()).add(text);
      }
    }
    List<Suggestion> suggestions = new ArrayList<>();
    byRun.forEach((run, in) -> {
      int usual = (int) ordinary.stream().filter(runs -> runs.contains(run)).count();
      boolean rare =
          (long) usual * texts.size() * TIMES_RARER <= (long) in.size() * ordinary.size();
      if (in.size() >= least && rare) {
        suggestions.add(
            new Suggestion(
                family,
                run,
                in.stream().filter(ReadText::isShown).map(ReadText::text).toList(),
                in.size(),
                usual));
      }
    });
    // Of wording that always stands together, the longest says most surely what it is.
    suggestions.removeIf(one ->
        suggestions.stream()
            .anyMatch(other ->
                other.in() == one.in()
                    && other.words().length() > one.words().length()
                    && (" " + other.words() + " ").contains(" " + one.words() + " ")));
    suggestions.sort(
        Comparator.comparingInt(Suggestion::in)
            .reversed()
            .thenComparingInt(Suggestion::ordinary)
            .thenComparing(Suggestion::words));
    return suggestions;
  }
}
