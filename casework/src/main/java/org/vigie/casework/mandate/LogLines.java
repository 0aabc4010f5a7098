package org.vigie.casework.mandate;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The lines of a file as its bytes have them: cut at line feeds alone, and read on whatever bytes a
 * line holds, since one foreign byte must not hide the rest of a log.
 */
final class LogLines {
  private LogLines() {}

  /** Takes a line. */
  @FunctionalInterface
  interface Reader {
    /**
     * @param line without its end
     * @param end bytes of the file up to and with its end
     */
    void take(byte[] line, long end) throws IOException;
  }

  /** Reads the whole lines of a file, and returns what stands after the last; nothing if absent. */
  static byte[] read(Path file, Reader reader) throws IOException {
    return read(file, Long.MAX_VALUE, reader);
  }

  /**
   * As above, of a file that may grow meanwhile.
   *
   * @param most bytes that are read
   */
  static byte[] read(Path file, long most, Reader reader) throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long end = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int b; end < most && (b = in.read()) >= 0; ) {
        end++;
        if (b == '\n') {
          reader.take(line.toByteArray(), end);
          line.reset();
        } else {
          line.write(b);
        }
      }
    }
    return line.toByteArray();
  }

  /** Returns a line as text, with a replacement character for each byte that is none of UTF-8. */
  static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  /** Returns whether a line is UTF-8 throughout. */
  static boolean isText(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)) != null;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
