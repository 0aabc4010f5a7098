package org.vigie.cli.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.classifier.sign.ConceptCoverage;
import org.vigie.cli.terminal.Table;
import org.vigie.text.safe.SafeText;
import org.vigie.training.sign.SignRecall;

/** What there is to read signs by, in each language: a table for people, or JSON for programs. */
public final class LanguageCoverage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ConceptCoverage> languages;
  private final SortedMap<String, SortedMap<String, Integer>> sentences;
  private final List<String> authors;
  private final SignRecall recall;

  /**
   * @param sentences language → author → how many of the author's sentences are learnt from
   * @param authors in the order in which they are shown
   * @param recall how much was found in texts of others
   */
  public LanguageCoverage(
      List<ConceptCoverage> languages,
      SortedMap<String, SortedMap<String, Integer>> sentences,
      List<String> authors,
      SignRecall recall) {
    this.languages = List.copyOf(languages);
    this.sentences = new TreeMap<>(sentences);
    this.authors = List.copyOf(authors);
    this.recall = recall;
  }

  /** Returns the table, a line a language. */
  public List<String> lines() {
    Table table =
        new Table()
            .row(
                "language",
                "",
                "concepts",
                "patterns",
                "frames",
                "texts",
                "by author",
                "recall",
                "read by");
    for (ConceptCoverage one : languages) {
      table.row(
          one.language(),
          LanguageNames.of(one.language()),
          one.concepts() + " of " + one.allConcepts(),
          String.valueOf(one.patterns()),
          one.frames() + " of " + one.allFrames(),
          String.valueOf(of(one).values().stream().mapToInt(Integer::intValue).sum()),
          authors.stream()
              .map(author -> String.valueOf(of(one).getOrDefault(author, 0)))
              .collect(Collectors.joining("+")),
          recall.of(one.language()).map(LanguageCoverage::share).orElse("not measured"),
          one.reader().isEmpty() ? "nobody yet" : SafeText.line(one.reader()));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add(
        "texts: sentences that categorisers learn from; authors: " + String.join(", ", authors));
    lines.add(
        "recall: share of texts of others that say a sign in which the right family is found, as"
            + " ./vigie verify signs measured it; a few texts a language, so it is rough");
    return lines;
  }

  private static String share(SignRecall.Count count) {
    return String.format(Locale.ROOT, "%.2f of %d", count.share(), count.texts());
  }

  /** Returns one JSON object a language, each on its line. */
  public List<String> json() {
    return languages.stream().map(this::json).toList();
  }

  private String json(ConceptCoverage one) {
    ObjectNode root = JSON.createObjectNode();
    root.put("language", one.language());
    root.put("concepts", one.concepts());
    root.put("allConcepts", one.allConcepts());
    root.put("patterns", one.patterns());
    root.put("frames", one.frames());
    root.put("allFrames", one.allFrames());
    ObjectNode texts = root.putObject("texts");
    of(one).forEach(texts::put);
    recall
        .of(one.language())
        .ifPresent(count ->
            root.putObject("recall").put("found", count.found()).put("texts", count.texts()));
    if (one.reader().isEmpty()) {
      root.putNull("readBy");
    } else {
      root.put("readBy", one.reader());
    }
    return root.toString();
  }

  private Map<String, Integer> of(ConceptCoverage one) {
    return sentences.getOrDefault(one.language(), new TreeMap<>());
  }
}
