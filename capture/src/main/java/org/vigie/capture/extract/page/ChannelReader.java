package org.vigie.capture.extract.page;

import org.jspecify.annotations.Nullable;

/** The way in which the pages of one kind of public place are read. */
public interface ChannelReader {
  /** Returns the name by which a seed asks for this reader, such as {@code telegram}. */
  String name();

  /**
   * Returns what a payload yields, or null if it isn't of this kind. Takes time in proportion to
   * the payload's length, whatever it holds.
   */
  @Nullable Extraction read(Payload payload);

  /** Returns whether what it reads lists adverts, so that the links matter and not the text. */
  default boolean lists(Payload payload) {
    return false;
  }

  /**
   * Returns whether that it found no advert in a page of its kind says that there is none, as an
   * empty timeline does.
   */
  default boolean tellsNone(Payload payload) {
    return false;
  }

  /** Returns whether it takes every link of its pages, so that they can be had without reading. */
  default boolean takesAllLinks() {
    return false;
  }
}
