package org.vigie.exchange.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text and structure of HTML on pages: headings, paragraphs, lists, rows, quotes, marks. */
final class HtmlPages {
  private static final float BODY = 9.5f;
  private static final float CODE = 8.5f;
  private static final Map<String, Float> SIZES =
      Map.of("h1", 17f, "h2", 14f, "h3", 12f, "h4", 11f, "h5", 10f, "h6", 10f, "small", 8f);

  private static final Map<String, int[]> BARS =
      Map.of(
          "fact", new int[] {0x2a, 0x5d, 0x9f},
          "machine", new int[] {0x8a, 0x5a, 0x00},
          "human", new int[] {0x2c, 0x6e, 0x2c});

  /** What isn't text of a page, or not shown. */
  private static final Set<String> LEFT_OUT =
      Set.of("script", "style", "noscript", "template", "head", "svg", "iframe", "object");

  /** Pages of others nest as they like; below this depth only the words are kept. */
  private static final int DEEPEST = 100;

  private static final float STEP = 14;

  private final ArchivalPages pages;
  private final EmbeddedFont font;
  private final ShownText shown;
  private final List<Inline> inlines = new ArrayList<>();
  private float indent;

  HtmlPages(ArchivalPages pages, EmbeddedFont font, ShownText shown) {
    this.pages = pages;
    this.font = font;
    this.shown = shown;
  }

  void add(Element body) throws IOException {
    block(body, BODY, false, 0);
    flush(BODY);
  }

  private void block(Element element, float size, boolean keep, int depth) throws IOException {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        text(text.getWholeText(), keep, size, isMarked(text));
      } else if (node instanceof Element child && !LEFT_OUT.contains(child.normalName())) {
        if (depth > DEEPEST) {
          text(child.text() + " ", false, size, false);
        } else {
          child(child, size, keep, depth + 1);
        }
      }
    }
  }

  private void child(Element child, float size, boolean keep, int depth) throws IOException {
    String name = child.normalName();
    if (name.equals("br")) {
      flush(size);
    } else if (name.equals("img")) {
      text(
          "[" + (child.attr("alt").isBlank() ? "image" : child.attr("alt")) + "] ",
          false,
          size,
          false);
    } else if (name.equals("tr") && isNamed(child)) {
      flush(size);
      row(child, size);
    } else if (child.isBlock() || name.equals("td") || name.equals("th")) {
      flush(size);
      within(child, SIZES.getOrDefault(name, size), keep || name.equals("pre"), depth);
    } else {
      block(child, SIZES.getOrDefault(name, size), keep, depth);
    }
  }

  private void within(Element child, float size, boolean keep, int depth) throws IOException {
    String name = child.normalName();
    boolean isHeading = name.matches("h[1-6]");
    int[] bar = BARS.get(child.className());
    float before = indent;
    if (bar != null) {
      pages.bar(bar);
    }
    if (isHeading) {
      pages.space(size * 0.7f);
    }
    if (name.equals("li")) {
      inlines.add(new Inline("• ", false));
    }
    if (name.equals("ul") || name.equals("ol") || name.equals("blockquote") || name.equals("dd")) {
      indent = Math.min(indent + STEP, pages.width() / 2);
    }
    block(child, size, keep, depth);
    flush(size);
    indent = before;
    if (bar != null) {
      pages.bar(new int[0]);
    }
    if (isHeading || name.equals("p") || name.equals("table") || name.equals("pre")) {
      pages.space(4);
    }
  }

  /** A row of ours: what it is, and what is so. */
  private static boolean isNamed(Element row) {
    return row.childrenSize() == 2
        && row.child(0).normalName().equals("th")
        && row.child(1).normalName().equals("td");
  }

  private void row(Element row, float size) throws IOException {
    float split = (pages.width() - indent) * 0.28f;
    List<VisualLine> left = lines(row.child(0).text(), CODE, split);
    List<VisualLine> right = new ArrayList<>();
    for (String line : row.child(1).wholeText().split("\n", -1)) {
      right.addAll(lines(line, CODE, pages.width() - indent - split - 6));
    }
    pages.draw(left, right, CODE, split, indent);
  }

  private List<VisualLine> lines(String text, float size, float width) {
    return new Paragraph(font, size, List.of(new Inline(shown.of(text.strip()), false)))
        .lines(width);
  }

  private static boolean isMarked(TextNode text) {
    return text.parent() instanceof Element parent && parent.normalName().equals("mark");
  }

  private void text(String text, boolean keep, float size, boolean isMarked) throws IOException {
    if (!keep) {
      String flat = text.replaceAll("\\s+", " ");
      boolean isFirst = inlines.isEmpty();
      String rest = isFirst ? flat.stripLeading() : flat;
      if (!rest.isEmpty()) {
        inlines.add(new Inline(shown.of(rest), isMarked));
      }
      return;
    }
    String[] lines = text.split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        flush(size);
      }
      if (!lines[i].isEmpty()) {
        inlines.add(new Inline(shown.of(lines[i].replace("\t", "    ")), isMarked));
      }
    }
  }

  private void flush(float size) throws IOException {
    if (inlines.isEmpty()) {
      return;
    }
    float width = pages.width() - indent;
    pages.draw(new Paragraph(font, size, inlines).lines(width), size, indent, width);
    inlines.clear();
  }
}
