package org.vigie.pipeline.lines;

/**
 * Lines of a text file that one advert takes up.
 *
 * @param first number of the first, from 1
 * @param last number of the last
 */
public record LineRange(long first, long last) {
  public LineRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException(
          "lines must be from 1 on and in order, but were %d to %d".formatted(first, last));
    }
  }
}
