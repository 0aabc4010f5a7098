package org.vigie.casework.line;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What passes on the line: {@code vigie-letter 1 LENGTH}, an end of line and so many bytes one way,
 * {@code kept sha256:…} or {@code refused} the other.
 */
final class LineFrame {
  /** A letter with its package: more goes by another way. */
  static final long LARGEST = 1L << 28;

  private static final int LONGEST_LINE = 100;
  private static final Pattern HEAD = Pattern.compile("vigie-letter 1 ([1-9][0-9]{0,11})");

  private LineFrame() {}

  static void head(OutputStream out, long length) throws IOException {
    line(out, "vigie-letter 1 " + length);
  }

  /**
   * Reads the head of a letter, and returns its length.
   *
   * @throws ProtocolException if it is none, or longer than a letter may be
   */
  static long head(InputStream in) throws IOException {
    Matcher head = HEAD.matcher(line(in));
    if (!head.matches() || Long.parseLong(head.group(1)) > LARGEST) {
      throw new ProtocolException(
          "a letter of at most %d bytes must begin here".formatted(LARGEST));
    }
    return Long.parseLong(head.group(1));
  }

  static void line(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new EOFException("a line must end, but the connection did");
      }
      if (line.length() == LONGEST_LINE) {
        throw new ProtocolException("a line must have at most %d signs".formatted(LONGEST_LINE));
      }
      line.append((char) one);
    }
    return line.toString();
  }
}
