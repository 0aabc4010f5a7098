package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.files.owner.OwnerOnly;

/**
 * The public keys that sign one audit log, each handed over to the next by both.
 *
 * @param first the one that is known, or from which the others come; X.509 in Base64
 * @param handovers in order, each from the key that the one before leads to
 */
record AuditKeys(String first, List<KeyHandover> handovers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  AuditKeys {
    handovers = List.copyOf(handovers);
  }

  /** Returns the file in which the handovers of a log stand. */
  static Path file(Path heads) {
    return heads.resolveSibling("handovers.jsonl");
  }

  /** Reads handovers; a part of a line, as a kill leaves it, is none. */
  static List<KeyHandover> read(Path file) throws IOException {
    List<KeyHandover> read = new ArrayList<>();
    LogLines.read(
        file,
        (line, end) -> {
          try {
            read.add(JSON.readValue(LogLines.text(line), KeyHandover.class));
          } catch (JsonProcessingException | NullPointerException e) {
            throw new IOException(file.getFileName() + " must hold a handover a line", e);
          }
        });
    return read;
  }

  /** Appends a handover for good. */
  static void append(Path file, KeyHandover handover) throws IOException {
    try (FileChannel channel = OwnerOnly.open(file)) {
      AuditTail.cutTorn(channel);
      channel.position(channel.size());
      String line = JSON.writeValueAsString(handover) + "\n";
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Returns a key and those that it was handed over to, as far as handovers hold. */
  static AuditKeys from(String first, List<KeyHandover> handovers) {
    List<KeyHandover> chain = new ArrayList<>();
    String key = first;
    for (KeyHandover one : handovers) {
      if (one.from().equals(key) && one.holds()) {
        chain.add(one);
        key = one.to();
      }
    }
    return new AuditKeys(first, chain);
  }

  /**
   * Returns all keys, if some key is among them, and else this one alone.
   *
   * @param known the key that is trusted: the first, the last or any other
   */
  static AuditKeys with(String known, List<KeyHandover> handovers) {
    if (handovers.isEmpty()) {
      return new AuditKeys(known, List.of());
    }
    AuditKeys all = from(handovers.getFirst().from(), handovers);
    return all.hold(known) ? all : new AuditKeys(known, List.of());
  }

  /**
   * Returns whether a key is one of them: whoever wasn't told since one was handed over knows the
   * log by that still.
   */
  boolean hold(String key) {
    return first.equals(key) || handovers.stream().anyMatch(one -> one.to().equals(key));
  }

  /** Returns the key that signs now. */
  String last() {
    return handovers.isEmpty() ? first : handovers.getLast().to();
  }

  /**
   * Returns whether a head is signed by the key that was in force where it stands, or by the one
   * that is now: a former key signs nothing after it was handed over.
   */
  boolean verifies(AuditHead head) throws WitnessException {
    String inForce = first;
    for (KeyHandover one : handovers) {
      if (head.bytes() > one.bytes()) {
        inForce = one.to();
      }
    }
    return head.isSignedBy(AuditKey.ofText(inForce)) || head.isSignedBy(AuditKey.ofText(last()));
  }
}
