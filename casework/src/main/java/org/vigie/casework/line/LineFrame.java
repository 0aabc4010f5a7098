package org.vigie.casework.line;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.OnDisk;

/**
 * What passes on the line: lines of ASCII, some of which say how many bytes follow. Of a letter
 * {@code vigie-letter 1 LENGTH} and so many bytes go one way, {@code kept sha256:…} or {@code
 * refused} the other.
 */
final class LineFrame {
  /** A letter with its package: more goes by another way. */
  static final long LARGEST = 1L << 28;

  private static final String LETTER = "vigie-letter 1";
  private static final int LONGEST_LINE = 100;
  private static final Pattern HEAD = Pattern.compile("(.*) ([1-9][0-9]{0,11})");

  private LineFrame() {}

  static void head(OutputStream out, long length) throws IOException {
    head(out, LETTER, length);
  }

  static void head(OutputStream out, String kind, long length) throws IOException {
    line(out, kind + " " + length);
  }

  /**
   * Reads the head of a letter, and returns its length.
   *
   * @throws ProtocolException if it is none, or longer than a letter may be
   */
  static long head(InputStream in) throws IOException {
    return length(line(in), LETTER);
  }

  /**
   * Returns the length that a head says.
   *
   * @param kind what must follow
   * @throws ProtocolException if it is another head, or longer than anything may be
   */
  static long length(String line, String kind) throws IOException {
    Matcher head = HEAD.matcher(line);
    if (!head.matches() || !head.group(1).equals(kind) || Long.parseLong(head.group(2)) > LARGEST) {
      throw new ProtocolException(
          "%s of at most %d bytes must begin here".formatted(kind, LARGEST));
    }
    return Long.parseLong(head.group(2));
  }

  /** Copies so many bytes to a file, down to the disk, and returns their {@code sha256:}. */
  static String copy(InputStream in, long length, Path file) throws IOException {
    MessageDigest digest = Sha256.digester();
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = length; left > 0; ) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          throw new EOFException("%d bytes must come, but fewer did".formatted(length));
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
        left -= n;
      }
    }
    OnDisk.file(file);
    return Sha256.label(digest.digest());
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
