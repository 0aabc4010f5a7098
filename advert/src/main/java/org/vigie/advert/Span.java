package org.vigie.advert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A half-open range of UTF-16 positions in {@link Advert#text()}.
 *
 * @param start first position, at least 0
 * @param end position after the last, at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a span needs 0 <= start <= end, but was [" + start + ", " + end + ")");
    }
  }

  /** Returns the part of a text that this span covers. */
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  /** Returns whether the two spans share at least one position. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Returns some spans, and of others those that overlap none of them, in order of appearance. */
  public static List<Span> joined(List<Span> some, List<Span> others) {
    List<Span> spans = new ArrayList<>(some);
    for (Span span : others) {
      if (spans.stream().noneMatch(span::overlaps)) {
        spans.add(span);
      }
    }
    spans.sort(Comparator.comparingInt(Span::start));
    return List.copyOf(spans);
  }

  /** Returns the number of UTF-16 positions covered. */
  public int length() {
    return end - start;
  }
}
