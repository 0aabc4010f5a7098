package org.vigie.casework.render;

import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.meaning.GlossWord;
import org.vigie.text.safe.Defanged;

/** The gloss of a foreign advert as lines. */
public final class GlossLines {
  private final Style style;

  public GlossLines(Style style) {
    this.style = style;
  }

  /** Returns a line for each word that is told, below a heading; nothing without any. */
  public List<String> of(List<GlossWord> gloss) {
    if (gloss.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(style.heading("GLOSS (made by a machine, word by word; no translation)"));
    for (GlossWord word : gloss) {
      String romanised =
          word.romanised().isEmpty() ? "" : " [" + Defanged.text(word.romanised()) + "]";
      lines.add(
          "  %s%s  %s"
              .formatted(
                  Defanged.text(word.written()), romanised, String.join("; ", word.meanings())));
    }
    return lines;
  }
}
