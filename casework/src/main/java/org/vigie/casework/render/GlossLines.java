package org.vigie.casework.render;

import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.meaning.GlossWord;
import org.vigie.casework.meaning.Translation;
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

  /** Returns the lines of a translation. */
  public List<String> of(Translation made) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        style.heading("TRANSLATION (made by a machine, %s; it may be wrong)".formatted(made.by())));
    if (made.failed()) {
      lines.add("  none came; the log says why");
    }
    made.text().lines().map(line -> "  " + line).forEach(lines::add);
    if (!made.failed() && !made.whole()) {
      lines.add("  (only the beginning was translated)");
    }
    return lines;
  }
}
