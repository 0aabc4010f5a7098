package org.vigie.cli.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.classifier.sign.ConceptCoverage;
import org.vigie.cli.terminal.Table;
import org.vigie.text.safe.SafeText;

/** What there is to read signs by, in each language: a table for people, or JSON for programs. */
public final class LanguageCoverage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ConceptCoverage> languages;
  private final SortedMap<String, SortedMap<String, Integer>> sentences;
  private final List<String> authors;

  /**
   * @param sentences language → author → how many of the author's sentences are learnt from
   * @param authors in the order in which they are shown
   */
  public LanguageCoverage(
      List<ConceptCoverage> languages,
      SortedMap<String, SortedMap<String, Integer>> sentences,
      List<String> authors) {
    this.languages = List.copyOf(languages);
    this.sentences = new TreeMap<>(sentences);
    this.authors = List.copyOf(authors);
  }

  /** Returns the table, a line a language. */
  public List<String> lines() {
    Table table =
        new Table()
            .row("language", "", "concepts", "patterns", "frames", "texts", "by author", "read by");
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
          one.reader().isEmpty() ? "nobody yet" : SafeText.line(one.reader()));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add(
        "texts: sentences that categorisers learn from; authors: " + String.join(", ", authors));
    return lines;
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
