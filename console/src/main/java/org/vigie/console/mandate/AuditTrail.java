package org.vigie.console.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

/**
 * The audit log as one reads it afterwards.
 *
 * @param log file of the log
 * @param heads file of its signed heads
 * @param publicKey file of the key that verifies them
 */
public record AuditTrail(Path log, Path heads, Path publicKey) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A process killed between a line and its seal leaves one line unsigned. */
  private static final long MOST_UNSIGNED = 1;

  /** Returns the last entries, the newest first; lines that are none are left out. */
  public List<AuditEntry> newest(int most) throws IOException {
    Deque<AuditEntry> entries = new ArrayDeque<>();
    for (String line : lines(log)) {
      if (isEntry(line)) {
        entries.addFirst(JSON.readValue(line, AuditEntry.class));
      }
      if (entries.size() > most) {
        entries.removeLast();
      }
    }
    return List.copyOf(entries);
  }

  /** Verifies each line against the one before it, and against the signed heads. */
  public AuditReport verify() throws IOException {
    List<String> problems = new ArrayList<>();
    Deque<AuditHead> expected = new ArrayDeque<>(signedHeads(problems));
    final int signed = expected.size();
    String previous = "";
    long bytes = 0;
    long number = 0;
    long unsigned = 0;
    for (String line : lines(log)) {
      number++;
      if (!isEntry(line)) {
        problems.add("line %d must be an entry, but isn't".formatted(number));
      } else if (!previous(line).equals(Sha256.of(previous))) {
        problems.add(
            "line %d must name the hash of the line before it, but doesn't: a line was changed,"
                    .formatted(number)
                + " removed, added or moved there");
      }
      bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
      unsigned++;
      while (!expected.isEmpty() && expected.getFirst().bytes() <= bytes) {
        AuditHead head = expected.removeFirst();
        if (head.bytes() == bytes && head.hash().equals(Sha256.of(line))) {
          unsigned = 0;
        } else {
          problems.add(
              "line %d must be the one signed at %s, but isn't".formatted(number, head.at()));
        }
      }
      previous = line;
    }
    if (!expected.isEmpty()) {
      problems.add(
          "the log must have %d bytes, as signed at %s, but has %d: its tail was cut"
              .formatted(expected.getLast().bytes(), expected.getLast().at(), bytes));
    }
    if (unsigned > MOST_UNSIGNED) {
      problems.add(
          "all but the last line must be signed for, but the last %d aren't".formatted(unsigned));
    }
    return new AuditReport(number, signed, unsigned, problems);
  }

  private List<AuditHead> signedHeads(List<String> problems) throws IOException {
    List<AuditHead> good = new ArrayList<>();
    List<String> lines = lines(heads);
    if (lines.isEmpty()) {
      return good;
    }
    try {
      PublicKey key = AuditKey.readPublic(publicKey);
      long before = 0;
      for (int i = 0; i < lines.size(); i++) {
        AuditHead head = head(lines.get(i));
        if (head == null || !isSigned(head, key) || head.bytes() <= before) {
          problems.add("head %d must be signed and later than the one before".formatted(i + 1));
        } else {
          before = head.bytes();
          good.add(head);
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(publicKey.getFileName() + " must hold an Ed25519 key", e);
    }
    return good;
  }

  private static boolean isSigned(AuditHead head, PublicKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    signature.update(AuditHead.signed(head.at(), head.bytes(), head.hash()));
    try {
      return signature.verify(Base64.getDecoder().decode(head.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static @org.jspecify.annotations.Nullable AuditHead head(String line) {
    try {
      return JSON.readValue(line, AuditHead.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static boolean isEntry(String line) {
    try {
      return JSON.readTree(line).path("previous").isTextual()
          && JSON.readValue(line, AuditEntry.class) != null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static String previous(String line) throws JsonProcessingException {
    return JSON.readTree(line).path("previous").textValue();
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      StringBuilder line = new StringBuilder();
      // Cut at line feeds alone, as they were written: readLine would cut at others, too.
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
    }
    return lines;
  }
}
