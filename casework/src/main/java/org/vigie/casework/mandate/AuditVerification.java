package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.files.digest.Sha256;

/**
 * The look over a whole log: each line against the one before it, against the signed heads, against
 * heads that were set aside as their key was lost, against what witnesses were told, and against
 * the lists that it names.
 */
final class AuditVerification {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A process killed between a line and its seal leaves one line unsigned. */
  static final long MOST_UNSIGNED = 1;

  private final AuditTrail trail;
  private final List<AlertLine> problems = new ArrayList<>();
  private final Deque<AuditHead> expected = new ArrayDeque<>();
  private final LostHeads lost;
  private final List<Finding> accepted = new ArrayList<>();
  private List<WitnessCheck> witnesses = List.of();
  private String previous = "";
  private long bytes;
  private long number;
  private long unsigned;

  /**
   * @param own what seals the log, where the trail's heads may be copies
   */
  AuditVerification(AuditTrail trail, Optional<AuditSeal> own) throws IOException {
    this.trail = trail;
    lost = LostHeads.of(trail, own);
  }

  /**
   * How far log and heads had come when nobody appended; what comes later isn't looked at.
   *
   * @param bytes of the log
   * @param heads bytes of the file of heads
   */
  private record Extent(Optional<AuditKeys> keys, long bytes, long heads) {}

  private Extent extent(long bytes) throws IOException {
    return new Extent(keys(), bytes, Files.exists(trail.heads()) ? Files.size(trail.heads()) : 0);
  }

  AuditReport verify(Instant now) throws IOException {
    Witnesses asked = trail.witnesses();
    // Before the log, which goes on: so they know of nothing that isn't looked at.
    witnesses =
        asked.all().stream()
            .filter(AuditWitness::isAskable)
            .map(one -> WitnessCheck.ask(one, asked.lag()))
            .toList();
    Extent extent = DurableLines.alone(trail.log(), extent(0), channel -> extent(channel.size()));
    witnesses.forEach(one -> one.compare(extent.keys()));
    expected.addAll(signedHeads(extent));
    final int signed = expected.size();
    byte[] torn =
        LogLines.read(trail.log(), extent.bytes(), (line, end) -> pass(LogLines.text(line), end));
    if (!expected.isEmpty()) {
      add(
          Finding.of("log-tail-cut")
              .with("signed", expected.getLast().bytes())
              .with("at", expected.getLast().at())
              .with("bytes", bytes));
    }
    if (unsigned > MOST_UNSIGNED) {
      add(Finding.of("log-lines-unsigned").with("lines", unsigned));
    }
    problems.addAll(lost.end(bytes));
    witnesses.forEach(one -> problems.addAll(one.end(bytes, now)));
    return new AuditReport(
        number,
        signed,
        unsigned,
        torn.length,
        witnesses.stream().map(WitnessCheck::witnessed).toList(),
        problems,
        Stream.concat(lost.unverifiable().stream(), accepted.stream()).toList());
  }

  /** The key that is trusted, and those that it came from or was handed over to. */
  private Optional<AuditKeys> keys() throws IOException {
    try {
      if (!Files.exists(trail.publicKey())) {
        return Optional.empty();
      }
      String known = AuditKey.text(AuditKey.readPublic(trail.publicKey()));
      return Optional.of(AuditKeys.with(known, AuditKeys.read(AuditKeys.file(trail.heads()))));
    } catch (GeneralSecurityException e) {
      throw new IOException(trail.publicKey().getFileName() + " must hold an Ed25519 key", e);
    }
  }

  private void pass(String line, long end) throws IOException {
    number++;
    JsonNode entry = entry(line);
    String hash = Sha256.of(line);
    if (entry == null) {
      add(Finding.of("log-line-unreadable").with("line", number));
    } else {
      if (!entry.path("previous").textValue().equals(Sha256.of(previous))) {
        add(Finding.of("log-line-unchained").with("line", number));
      }
      trail
          .lists()
          .problem(entry.path("shown").asText())
          .ifPresent(problem -> problems.add(AlertLine.of(ofLine(), List.of(problem))));
      if (entry.path("command").asText().equals(DatabaseAge.ACCEPTED)) {
        accepted.add(
            Finding.of("database-accepted")
                .with("line", number)
                .with("at", entry.path("at").asText()));
      }
    }
    bytes = end;
    unsigned++;
    while (!expected.isEmpty() && expected.getFirst().bytes() <= bytes) {
      AuditHead head = expected.removeFirst();
      if (head.bytes() == bytes && head.hash().equals(hash)) {
        unsigned = 0;
      } else {
        add(Finding.of("log-line-of-another-head").with("line", number).with("at", head.at()));
      }
    }
    Optional<Instant> at = entry == null ? Optional.empty() : time(entry.path("at").asText());
    witnesses.forEach(one -> one.pass(number, bytes, hash, at));
    lost.pass(number, bytes, hash, lostKey(entry));
    previous = line;
  }

  private static Optional<String> lostKey(@Nullable JsonNode entry) {
    return entry == null
        ? Optional.empty()
        : LogNote.lostKey(entry.path("command").asText(), entry.path("detail").asText());
  }

  private void add(Finding problem) {
    problems.add(AlertLine.of(problem));
  }

  private Finding ofLine() {
    return Finding.of("log-line").with("line", number);
  }

  private List<AuditHead> signedHeads(Extent extent) throws IOException {
    Optional<AuditKeys> key = extent.keys();
    List<AuditHead> good = new ArrayList<>();
    long[] count = {0};
    // What a kill left of a head is no head; the next one cuts it off.
    LogLines.read(
        trail.heads(),
        extent.heads(),
        (line, end) -> {
          count[0]++;
          AuditHead head = head(LogLines.text(line));
          long before = good.isEmpty() ? 0 : good.getLast().bytes();
          if (head == null || !isSigned(key, head) || head.bytes() <= before) {
            add(Finding.of("log-head-unsigned").with("head", count[0]));
          } else {
            good.add(head);
          }
        });
    if (count[0] > 0 && key.isEmpty()) {
      String file = String.valueOf(trail.publicKey().getFileName());
      add(Finding.of("log-key-missing").with("file", file));
    }
    return good;
  }

  private static boolean isSigned(Optional<AuditKeys> keys, AuditHead head)
      throws WitnessException {
    return keys.isPresent() && keys.get().verifies(head);
  }

  private static @Nullable AuditHead head(String line) {
    try {
      return JSON.readValue(line, AuditHead.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static @Nullable JsonNode entry(String line) {
    try {
      JsonNode read = JSON.readTree(line);
      return read.path("previous").isTextual() && JSON.readValue(line, AuditEntry.class) != null
          ? read
          : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
