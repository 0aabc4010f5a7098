package org.vigie.capture.extract.markup;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of a page, up to a bound on its length and on its comments.
 *
 * <p>Comments and the like are counted here, since {@link ParsedMarkup} counts elements alone. They
 * begin with a {@code <} that begins no tag (HTML standard, section 13.2.5.6).
 */
final class BoundedText extends FilterReader {
  private enum State {
    TEXT,
    AFTER_LESS_THAN,
    AFTER_SLASH
  }

  private final int maxChars;
  private final int maxComments;
  private State state = State.TEXT;
  private int chars;
  private int comments;
  private boolean cut;

  BoundedText(Reader text, int maxChars, int maxComments) {
    super(text);
    this.maxChars = maxChars;
    this.maxComments = maxComments;
  }

  /** Returns whether there was more. */
  boolean cut() {
    return cut;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (cut) {
      return -1;
    }
    if (chars == maxChars) {
      cut = super.read() >= 0;
      return -1;
    }
    int read = super.read(buffer, offset, Math.min(length, maxChars - chars));
    chars += Math.max(read, 0);
    for (int i = 0; i < read; i++) {
      step(buffer[offset + i]);
      if (comments > maxComments) {
        cut = true;
        return i;
      }
    }
    return read;
  }

  private void step(char c) {
    switch (state) {
      case TEXT -> state = c == '<' ? State.AFTER_LESS_THAN : State.TEXT;
      case AFTER_LESS_THAN -> state = c == '/' ? State.AFTER_SLASH : afterMark(isAsciiLetter(c), c);
      case AFTER_SLASH -> state = afterMark(isAsciiLetter(c), c);
    }
  }

  private State afterMark(boolean tag, char c) {
    comments += tag ? 0 : 1;
    return c == '<' ? State.AFTER_LESS_THAN : State.TEXT;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
