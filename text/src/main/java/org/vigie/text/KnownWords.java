package org.vigie.text;

import java.util.function.IntConsumer;

/** The words by which letters without gaps are parted into words. */
@FunctionalInterface
public interface KnownWords {
  /** No word at all: letters that stand together are one. */
  KnownWords NONE = (letters, from, ends) -> {};

  /**
   * Says where the words end that begin at a position.
   *
   * @param letters letters in the form of {@link MeantLetters#form}
   * @param from position of the first letter
   * @param ends is told the position after the last letter of each word
   */
  void endsFrom(String letters, int from, IntConsumer ends);
}
