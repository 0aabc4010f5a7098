package org.vigie.casework.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.search.MaskedText;

/**
 * A sentence of an advert in which signs stand, as far as lists show it: masked wording is dots.
 *
 * @param advert the advert's id
 * @param signs the signs, the strongest first; none for how an advert begins that says none
 * @param text the sentence, without the line breaks of its advert
 * @param marks where the signs stand in {@code text}, in its order; stretches between which only
 *     spaces stand are one
 */
public record Quote(String advert, List<QuotedSign> signs, String text, List<Span> marks) {
  /** A line or two of a list. */
  private static final int MOST_BEFORE = 90;

  private static final int MOST_AFTER = 150;

  /** How far a cut may move to stand between words. */
  private static final int SLACK = 20;

  /** What ends a sentence in the scripts that adverts are written in. */
  private static final String ENDS = ".!?…\n\r։።؟۔।。！？";

  public Quote {
    signs = List.copyOf(signs);
    marks = joined(marks, text);
  }

  /**
   * A sign in a sentence.
   *
   * @param id row of the taxonomy
   * @param name what the taxonomy calls it
   * @param grade how well it is supported
   */
  public record QuotedSign(String id, String name, EvidenceGrade grade) {}

  /** Returns whether another quote is the same sentence. */
  boolean isAs(Quote other) {
    return advert.equals(other.advert) && text.equals(other.text);
  }

  /** Returns it with the signs that another quote marks in the same sentence. */
  Quote with(Quote other) {
    return new Quote(
        advert,
        Stream.concat(signs.stream(), other.signs.stream()).toList(),
        text,
        Stream.concat(marks.stream(), other.marks.stream()).toList());
  }

  /** Returns the sentence in which a sign stands first; nothing where its wording is masked. */
  static Optional<Quote> of(AssessedAdvert advert, Indicator sign) {
    if (sign.masked() || sign.spans().isEmpty()) {
      return Optional.empty();
    }
    String text = MaskedText.of(advert);
    Span first = within(sign.spans().getFirst(), text);
    if (first.length() == 0) {
      return Optional.empty();
    }
    Span line = new Span(start(text, first.start()), end(text, first.end()));
    List<Span> marks = new ArrayList<>();
    for (Span span : sign.spans()) {
      if (span.overlaps(line)) {
        marks.add(
            new Span(
                Math.max(span.start(), line.start()) - line.start(),
                Math.min(span.end(), line.end()) - line.start()));
      }
    }
    return Optional.of(
        new Quote(
            advert.advert().id(),
            List.of(new QuotedSign(sign.id(), sign.name(), sign.grade())),
            line.of(text).replace('\n', ' ').replace('\r', ' '),
            marks));
  }

  /** Returns how an advert begins. */
  static Quote beginning(AssessedAdvert advert) {
    String text = MaskedText.of(advert);
    Span line = new Span(0, end(text, 0));
    return new Quote(advert.advert().id(), List.of(), line.of(text).strip(), List.of());
  }

  private static Span within(Span span, String text) {
    int end = Math.min(span.end(), text.length());
    return new Span(Math.min(span.start(), end), end);
  }

  private static int start(String text, int from) {
    int least = Math.max(0, from - MOST_BEFORE);
    int start = from;
    while (start > least && !isEnd(text, start - 1)) {
      start--;
    }
    if (start == least && least > 0) {
      start = afterSpace(text, start, from);
    }
    while (start < from && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int afterSpace(String text, int start, int from) {
    for (int i = start; i < Math.min(from, start + SLACK); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return betweenCharacters(text, start);
  }

  private static int end(String text, int from) {
    int most = Math.min(text.length(), from + MOST_AFTER);
    int end = from;
    while (end < most && !isEnd(text, end)) {
      end++;
    }
    if (end == most) {
      return most == text.length() ? most : beforeSpace(text, most, from);
    }
    return Character.isWhitespace(text.charAt(end)) ? end : end + 1;
  }

  private static int beforeSpace(String text, int end, int from) {
    for (int i = end; i > Math.max(from, end - SLACK); i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return betweenCharacters(text, end);
  }

  private static int betweenCharacters(String text, int cut) {
    return cut > 0
            && Character.isLowSurrogate(text.charAt(cut))
            && Character.isHighSurrogate(text.charAt(cut - 1))
        ? cut - 1
        : cut;
  }

  private static boolean isEnd(String text, int at) {
    return ENDS.indexOf(text.charAt(at)) >= 0 && !isWithinAWord(text, at);
  }

  /** Returns whether it is the point of 4.60 or of example.org. */
  private static boolean isWithinAWord(String text, int at) {
    return text.charAt(at) == '.'
        && at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static List<Span> joined(List<Span> marks, String text) {
    List<Span> joined = new ArrayList<>();
    for (Span mark : marks.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      Span last = joined.isEmpty() ? mark : joined.getLast();
      boolean adjoins =
          !joined.isEmpty()
              && (mark.start() <= last.end() || text.substring(last.end(), mark.start()).isBlank());
      if (adjoins) {
        joined.removeLast();
        joined.add(new Span(last.start(), Math.max(last.end(), mark.end())));
      } else {
        joined.add(mark);
      }
    }
    return joined.stream().map(mark -> stripped(mark, text)).toList();
  }

  private static Span stripped(Span mark, String text) {
    int start = mark.start();
    while (start < mark.end() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = mark.end();
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }
}
