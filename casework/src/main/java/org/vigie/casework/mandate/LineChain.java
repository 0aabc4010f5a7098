package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.files.digest.Sha256;

/**
 * Whether lines of a log are as they were written, looked at from the last one backwards: each
 * names the hash of the one before it, and the last head that of the last one.
 */
final class LineChain {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Optional<AuditHead> head;
  private Optional<String> hash = Optional.empty();

  private LineChain(Optional<AuditHead> head) {
    this.head = head;
  }

  /** Returns the chain of lines amid a log. */
  static LineChain unheaded() {
    return new LineChain(Optional.empty());
  }

  /** Returns the chain of a log whose heads stand in a file. */
  static LineChain headedBy(Path heads) throws IOException {
    if (!Files.exists(heads)) {
      return new LineChain(Optional.empty());
    }
    try (FileChannel channel = FileChannel.open(heads)) {
      return new LineChain(head(AuditTail.lastLine(channel)));
    }
  }

  private static Optional<AuditHead> head(String line) {
    try {
      return Optional.ofNullable(JSON.readValue(line, AuditHead.class));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns whether a head stands for more than there is up to the end of the last line. */
  boolean isSignedBeyond(long end) {
    return head.filter(last -> last.bytes() > end).isPresent();
  }

  /**
   * Returns whether a line is the one that the line after it, or the head, names.
   *
   * @param end bytes of the log up to and with its end
   * @param previous the hash that it names itself; empty if it can't be read
   */
  boolean holds(String line, long end, Optional<String> previous) {
    Optional<String> named =
        hash.or(() -> head.filter(last -> last.bytes() == end).map(AuditHead::hash));
    boolean holds = named.isEmpty() || named.get().equals(Sha256.of(line));
    hash = holds ? previous : Optional.empty();
    head = Optional.empty();
    return holds;
  }
}
