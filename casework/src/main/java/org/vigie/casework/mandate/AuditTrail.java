package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.vigie.files.digest.Sha256;

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

  /** Some 200,000 lines, which take a second or two to look through. */
  private static final long MOST_READ = 64 << 20;

  /** From here on, lines are read one after another. */
  private static final long NEAR = 1 << 16;

  /** Returns the last entries, the newest first; lines that are none are left out. */
  public List<AuditEntry> newest(int most) throws IOException {
    return find(AuditSearch.ALL, Long.MAX_VALUE, most).entries();
  }

  /**
   * Finds entries from some place backwards, and reads no more of the log than it has to: up to 64
   * MB at a time, and nothing of days after the last one that is asked for. Nothing is verified.
   *
   * @param before bytes from the beginning of the log, as the page before told it, or more than
   *     there are
   * @param most entries that are returned
   */
  public AuditPage find(AuditSearch search, long before, int most) throws IOException {
    if (!Files.exists(log)) {
      return new AuditPage(List.of(), Optional.empty());
    }
    List<AuditEntry> found = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(log)) {
      long end = Math.min(before, end(channel, search));
      LinesBackwards lines = new LinesBackwards(channel, end);
      Optional<LinesBackwards.Line> line = lines.next();
      long start = end;
      for (; line.isPresent(); line = lines.next()) {
        if (found.size() == most || end - start > MOST_READ) {
          return new AuditPage(found, Optional.of(start));
        }
        start = line.get().start();
        Optional<AuditEntry> entry = entry(line.get().text());
        if (entry.isPresent() && search.isBefore(Instant.parse(entry.get().at()))) {
          break;
        }
        entry.filter(search::matches).ifPresent(found::add);
      }
    }
    return new AuditPage(found, Optional.empty());
  }

  /** Returns a place in the log after which all is too late, by halves: lines are in order. */
  private static long end(FileChannel channel, AuditSearch search) throws IOException {
    long high = channel.size();
    if (search.end().isEmpty()) {
      return high;
    }
    long low = 0;
    while (high - low > NEAR) {
      long middle = (low + high) / 2;
      Optional<LinesBackwards.Line> line = new LinesBackwards(channel, middle).next();
      if (line.flatMap(known -> entry(known.text()))
          .filter(entry -> Instant.parse(entry.at()).isAfter(search.end().get()))
          .isPresent()) {
        high = line.get().end();
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static Optional<AuditEntry> entry(String line) {
    try {
      AuditEntry entry = JSON.readValue(line, AuditEntry.class);
      return entry == null || !isTime(entry.at()) ? Optional.empty() : Optional.of(entry);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean isTime(String text) {
    try {
      return Instant.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
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
