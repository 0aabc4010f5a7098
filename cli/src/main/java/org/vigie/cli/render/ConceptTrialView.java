package org.vigie.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Span;
import org.vigie.casework.render.Marked;
import org.vigie.casework.render.Style;
import org.vigie.classifier.sign.ConceptTrial;
import org.vigie.text.safe.SafeText;

/** What a changed file of concepts finds and loses in the texts of a sample, as it is printed. */
public final class ConceptTrialView {
  private final Style style;
  private final int examples;
  private final SortedMap<String, Found> found = new TreeMap<>();
  private final SortedMap<String, Found> lost = new TreeMap<>();
  private int texts;
  private int otherwise;
  private int hidden;

  /**
   * @param examples how many sentences are shown of each concept and frame
   */
  public ConceptTrialView(Style style, int examples) {
    this.style = style;
    this.examples = examples;
  }

  /** Where one concept or frame was found. */
  private static final class Found {
    private final List<String> sentences = new ArrayList<>();
    private int places;
    private int texts;
  }

  /**
   * Adds a text of the sample.
   *
   * @param isHidden whether it takes the minor-risk route, so that it is counted and not shown
   */
  public void add(Advert advert, ConceptTrial.Difference difference, boolean isHidden) {
    texts++;
    otherwise += difference.isNone() ? 0 : 1;
    hidden += isHidden ? 1 : 0;
    add(found, advert, difference.found(), isHidden);
    add(lost, advert, difference.lost(), isHidden);
  }

  private void add(
      SortedMap<String, Found> all,
      Advert advert,
      List<ConceptTrial.Find> finds,
      boolean isHidden) {
    List<String> names = new ArrayList<>();
    for (ConceptTrial.Find find : finds) {
      String name = (find.isFrame() ? "frame " : "concept ") + find.name();
      Found one = all.computeIfAbsent(name, key -> new Found());
      one.places++;
      if (!names.contains(name)) {
        names.add(name);
        one.texts++;
      }
      if (!isHidden && one.sentences.size() < examples) {
        one.sentences.add(SafeText.line(id(advert)) + ": " + piece(advert.text(), find));
      }
    }
  }

  private static String id(Advert advert) {
    return advert.sourceId().isEmpty() ? advert.id() : advert.sourceId();
  }

  private String piece(String text, ConceptTrial.Find find) {
    Span sentence = find.sentence();
    List<Span> spans =
        find.spans().stream()
            .map(span ->
                new Span(
                    Math.max(0, span.start() - sentence.start()),
                    Math.max(0, span.end() - sentence.start())))
            .toList();
    return Marked.line(text.substring(sentence.start(), sentence.end()), spans, style);
  }

  /** Returns the lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, "newly found:", found);
    add(lines, "lost:", lost);
    if (hidden > 0) {
      lines.add("counted but not shown, since they take the minor-risk route: " + hidden);
    }
    lines.add("texts: %d read, %d of them otherwise than before".formatted(texts, otherwise));
    return lines;
  }

  private static void add(List<String> lines, String heading, SortedMap<String, Found> all) {
    lines.add(heading + (all.isEmpty() ? " nothing" : ""));
    all.forEach((name, one) -> {
      lines.add("  %s: %d, in texts: %d".formatted(name, one.places, one.texts));
      one.sentences.forEach(sentence -> lines.add("    " + sentence));
    });
  }
}
