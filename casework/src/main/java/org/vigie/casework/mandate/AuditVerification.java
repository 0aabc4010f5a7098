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
import org.vigie.files.digest.Sha256;

/**
 * The look over a whole log: each line against the one before it, against the signed heads, against
 * what witnesses were told, and against the lists that it names.
 */
final class AuditVerification {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A process killed between a line and its seal leaves one line unsigned. */
  private static final long MOST_UNSIGNED = 1;

  private final AuditTrail trail;
  private final List<String> problems = new ArrayList<>();
  private final Deque<AuditHead> expected = new ArrayDeque<>();
  private List<WitnessCheck> witnesses = List.of();
  private String previous = "";
  private long bytes;
  private long number;
  private long unsigned;

  AuditVerification(AuditTrail trail) {
    this.trail = trail;
  }

  AuditReport verify(Instant now) throws IOException {
    Optional<AuditKeys> keys = keys();
    expected.addAll(signedHeads(keys));
    final int signed = expected.size();
    Witnesses asked = trail.witnesses();
    witnesses =
        asked.all().stream()
            .filter(AuditWitness::isAskable)
            .map(one -> WitnessCheck.ask(one, asked.lag(), keys))
            .toList();
    byte[] torn = LogLines.read(trail.log(), (line, end) -> pass(LogLines.text(line), end));
    if (!expected.isEmpty()) {
      problems.add(
          "the log must have %d bytes, as signed at %s, but has %d: its tail was cut"
              .formatted(expected.getLast().bytes(), expected.getLast().at(), bytes));
    }
    if (unsigned > MOST_UNSIGNED) {
      problems.add(
          "all but the last line must be signed for, but the last %d aren't".formatted(unsigned));
    }
    witnesses.forEach(one -> problems.addAll(one.end(bytes, now)));
    return new AuditReport(
        number,
        signed,
        unsigned,
        torn.length,
        witnesses.stream().map(WitnessCheck::witnessed).toList(),
        problems);
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
      problems.add("line %d must be an entry, but isn't".formatted(number));
    } else {
      if (!entry.path("previous").textValue().equals(Sha256.of(previous))) {
        problems.add(
            "line %d must name the hash of the line before it, but doesn't: a line was changed,"
                    .formatted(number)
                + " removed, added or moved there");
      }
      trail
          .lists()
          .problem(entry.path("shown").asText())
          .ifPresent(problem -> problems.add("line %d: %s".formatted(number, problem)));
    }
    bytes = end;
    unsigned++;
    while (!expected.isEmpty() && expected.getFirst().bytes() <= bytes) {
      AuditHead head = expected.removeFirst();
      if (head.bytes() == bytes && head.hash().equals(hash)) {
        unsigned = 0;
      } else {
        problems.add(
            "line %d must be the one signed at %s, but isn't".formatted(number, head.at()));
      }
    }
    Optional<Instant> at = entry == null ? Optional.empty() : time(entry.path("at").asText());
    witnesses.forEach(one -> one.pass(number, bytes, hash, at));
    previous = line;
  }

  private List<AuditHead> signedHeads(Optional<AuditKeys> key) throws IOException {
    List<AuditHead> good = new ArrayList<>();
    long[] count = {0};
    // What a kill left of a head is no head; the next one cuts it off.
    LogLines.read(
        trail.heads(),
        (line, end) -> {
          count[0]++;
          AuditHead head = head(LogLines.text(line));
          long before = good.isEmpty() ? 0 : good.getLast().bytes();
          if (head == null || !isSigned(key, head) || head.bytes() <= before) {
            problems.add(
                "head %d must be signed and later than the one before".formatted(count[0]));
          } else {
            good.add(head);
          }
        });
    if (count[0] > 0 && key.isEmpty()) {
      problems.add("%s must be there, but isn't".formatted(trail.publicKey().getFileName()));
    }
    return good;
  }

  private static boolean isSigned(Optional<AuditKeys> keys, AuditHead head)
      throws WitnessException {
    return keys.isPresent() && keys.get().verifies(head);
  }

  private static @org.jspecify.annotations.Nullable AuditHead head(String line) {
    try {
      return JSON.readValue(line, AuditHead.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static @org.jspecify.annotations.Nullable JsonNode entry(String line) {
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
