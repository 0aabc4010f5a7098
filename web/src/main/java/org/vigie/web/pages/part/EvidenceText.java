package org.vigie.web.pages.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.advert.Span;
import org.vigie.text.MixedWord;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.web.Worded;

/**
 * An advert's text cut into pieces: marked where something was found, addresses made unclickable;
 * characters that hide or reorder others are shown as badges with their code points, and words that
 * mix scripts have a badge behind them.
 */
public final class EvidenceText {
  private final String text;
  private final List<Mark> marks = new ArrayList<>();

  /** The words that mix scripts, by where they end. */
  private final Map<Integer, MixedWord> mixed = new HashMap<>();

  public EvidenceText(String text) {
    this.text = text;
    for (MixedWord word : MixedWord.in(text)) {
      mixed.put(word.span().end(), word);
      mark(word.span(), "mixed");
    }
  }

  private record Mark(Span span, String style, Finding note) {
    boolean covers(int start, int end) {
      return span.start() <= start && end <= span.end();
    }
  }

  /** Marks a stretch of which nothing is to be said. */
  public EvidenceText mark(Span span, String style) {
    return mark(span, style, Finding.NONE);
  }

  /**
   * Marks a stretch; what lies beyond the text doesn't count.
   *
   * @param style name of a style
   * @param note what the mark means, or none
   */
  public EvidenceText mark(Span span, String style, Finding note) {
    int start = Math.min(span.start(), text.length());
    int end = Math.min(span.end(), text.length());
    if (start < end) {
      marks.add(new Mark(new Span(start, end), style, note));
    }
    return this;
  }

  /** Returns the pieces, in reading order, which together are the whole text. */
  public List<Piece> pieces() {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (Mark mark : marks) {
      cuts.add(mark.span().start());
      cuts.add(mark.span().end());
    }
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int end : cuts.tailSet(1)) {
      add(start, end, pieces);
      if (mixed.containsKey(end)) {
        pieces.add(badge(mixed.get(end)));
      }
      start = end;
    }
    return List.copyOf(pieces);
  }

  private static Piece badge(MixedWord word) {
    String likely = SafeText.line(Defanged.text(word.likely()));
    Finding note =
        likely.isEmpty()
            ? Finding.of("letters-of-two-scripts")
            : Finding.of("letters-of-two-scripts-like").with("likely", likely);
    return new Piece(word.scripts(), "badge", Worded.said(note));
  }

  private void add(int start, int end, List<Piece> pieces) {
    List<Mark> here = marks.stream().filter(mark -> mark.covers(start, end)).toList();
    String styles = String.join(" ", here.stream().map(Mark::style).distinct().toList());
    List<Finding> notes =
        here.stream().map(Mark::note).filter(note -> !note.isEmpty()).distinct().toList();
    addWithBadges(text.substring(start, end), styles, said(notes), pieces);
  }

  private static Worded said(List<Finding> notes) {
    return notes.isEmpty() ? Worded.NONE : Worded.said(AlertLine.of(Finding.of("notes"), notes));
  }

  private static void addWithBadges(String part, String styles, Worded notes, List<Piece> pieces) {
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < part.length(); ) {
      int c = part.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' || c == '\t' || SafeText.isVisible(c)) {
        run.appendCodePoint(c);
      } else if (c != '\r') {
        flush(run, styles, notes, pieces);
        pieces.add(new Piece("U+%04X".formatted(c), "badge", Worded.said(Characters.name(c))));
      }
    }
    flush(run, styles, notes, pieces);
  }

  private static void flush(StringBuilder run, String styles, Worded notes, List<Piece> pieces) {
    if (!run.isEmpty()) {
      pieces.add(new Piece(Defanged.text(run.toString()), styles, notes));
      run.setLength(0);
    }
  }

  /** Names of characters. */
  private static final class Characters {
    private static final String TAG = "TAG ";
    private static final String PRIVATE = "PRIVATE USE AREA ";

    static Finding name(int codePoint) {
      String name = Character.getName(codePoint);
      if (name == null) {
        return Finding.NONE;
      }
      if (name.startsWith(TAG)) {
        return Finding.of("tag-character").with("character", name.substring(TAG.length()));
      }
      return name.startsWith(PRIVATE)
          ? Finding.of("private-character").with("character", name.substring(PRIVATE.length()))
          : Finding.of("character").with("character", name);
    }
  }
}
