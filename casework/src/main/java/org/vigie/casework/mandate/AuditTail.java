package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.files.digest.Sha256;

/** The end of a file of lines, which a kill or a full disk may have left amid one. */
final class AuditTail {
  private AuditTail() {}

  /**
   * What stood after the last whole line.
   *
   * @param bytes how many
   * @param hash of them
   * @param wasSigned whether a head had signed for more than what is left: then no kill tore it
   */
  record Torn(int bytes, String hash, boolean wasSigned) {}

  /**
   * Mends the end of a log. What was torn is cut off, since no head stands for it; but what a head
   * stands for was cut by somebody, and is left with a line end, so that it shows.
   *
   * @param signed bytes of the log that a head stands for
   */
  static Optional<Torn> mend(FileChannel channel, long signed) throws IOException {
    long size = channel.size();
    long whole = endOfLines(channel);
    if (whole == size) {
      return Optional.empty();
    }
    byte[] rest = read(channel, whole, Math.toIntExact(size - whole));
    String hash = Sha256.of(new String(rest, StandardCharsets.ISO_8859_1));
    boolean wasSigned = signed > whole;
    if (wasSigned) {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
    } else {
      channel.truncate(whole);
    }
    return Optional.of(new Torn(rest.length, hash, wasSigned));
  }

  /** Cuts off what stands after the last whole line. */
  static void cutTorn(FileChannel channel) throws IOException {
    long whole = endOfLines(channel);
    if (whole < channel.size()) {
      channel.truncate(whole);
    }
  }

  /** Returns where the last whole line ends: 0 if there is none. */
  static long endOfLines(FileChannel channel) throws IOException {
    long size = channel.size();
    for (long length = Math.min(size, 1_024); length > 0; length = Math.min(size, length * 2)) {
      byte[] bytes = read(channel, size - length, Math.toIntExact(length));
      for (int i = bytes.length - 1; i >= 0; i--) {
        if (bytes[i] == '\n') {
          return size - length + i + 1;
        }
      }
      if (length == size) {
        break;
      }
    }
    return 0;
  }

  /** Returns the last line. It reads backwards in steps that double, since most are short. */
  static String lastLine(FileChannel channel) throws IOException {
    long size = channel.size();
    for (long length = Math.min(size, 1_024); ; length = Math.min(size, length * 2)) {
      byte[] bytes = read(channel, size - length, Math.toIntExact(length));
      String tail = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
      int newline = tail.lastIndexOf('\n');
      if (newline >= 0 || length == size) {
        return tail.substring(newline + 1);
      }
    }
  }

  private static byte[] read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
    return bytes.array();
  }
}
