package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.files.digest.Sha256;

/**
 * The lines of a log that its last signed head stands for, the last one first: each is held against
 * the hash that the head, or the line after it, names. Whoever can write the log but lacks its key
 * makes none of them.
 */
final class SignedLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LinesBackwards lines;
  private final List<JsonNode> unsigned = new ArrayList<>();

  /** Of the line that comes next; nothing where a note says why no head stands for it. */
  private Optional<String> hash;

  private long end;

  /**
   * @param head the last one that the key signed
   * @param isNoted whether a {@linkplain LogNote note} beside the log, which the next line repeats,
   *     says that log and heads need not be of one moment
   * @throws UnsignedException if more than a kill leaves comes after the head
   */
  SignedLines(FileChannel log, Optional<AuditHead> head, boolean isNoted)
      throws IOException, UnsignedException {
    end = isNoted ? log.size() : head.map(AuditHead::bytes).orElse(0L);
    hash = isNoted ? Optional.empty() : head.map(AuditHead::hash);
    LinesBackwards after = new LinesBackwards(log, log.size());
    Optional<LinesBackwards.Line> line = after.next();
    for (; line.isPresent() && line.get().start() >= end; line = after.next()) {
      unsigned.add(parsed(line.get().text()));
      if (unsigned.size() > AuditVerification.MOST_UNSIGNED) {
        throw new UnsignedException();
      }
    }
    lines = new LinesBackwards(log, end);
  }

  /**
   * Returns those of a log, while nobody appends.
   *
   * @param log its open file
   * @param file the same
   */
  static SignedLines of(FileChannel log, Path file, AuditSeal seal)
      throws IOException, UnsignedException {
    return new SignedLines(log, head(seal), !LogNote.beside(file).isEmpty());
  }

  /** Returns the last head, if it is signed. */
  private static Optional<AuditHead> head(AuditSeal seal) throws IOException {
    if (!Files.exists(seal.heads()) || !Files.exists(seal.publicKey())) {
      return Optional.empty();
    }
    try (FileChannel heads = FileChannel.open(seal.heads())) {
      String line =
          new LinesBackwards(heads, heads.size()).next().map(LinesBackwards.Line::text).orElse("");
      if (line.isEmpty()) {
        return Optional.empty();
      }
      AuditHead head = JSON.readValue(line, AuditHead.class);
      String known = AuditKey.text(AuditKey.readPublic(seal.publicKey()));
      AuditKeys keys = AuditKeys.with(known, AuditKeys.read(AuditKeys.file(seal.heads())));
      return keys.verifies(head) ? Optional.of(head) : Optional.empty();
    } catch (JsonProcessingException | GeneralSecurityException e) {
      return Optional.empty(); // as if there were none: what it stood for is unsigned
    }
  }

  /** Returns the line that a kill left without its head, if there is one. */
  List<JsonNode> unsigned() {
    return unsigned;
  }

  /**
   * Returns the line before the one that was told last, if there is any.
   *
   * @throws UnsignedException if it isn't as it was signed
   */
  Optional<JsonNode> next() throws IOException, UnsignedException {
    Optional<LinesBackwards.Line> line = lines.next();
    if (line.isEmpty()) {
      if (hash.isPresent() && !hash.get().equals(Sha256.of(""))) {
        throw new UnsignedException();
      }
      return Optional.empty();
    }
    boolean isSigned =
        hash.isEmpty()
            || line.get().end() == end && hash.get().equals(Sha256.of(line.get().text()));
    if (!isSigned) {
      throw new UnsignedException();
    }
    JsonNode read = parsed(line.get().text());
    end = line.get().start();
    hash = hash.map(known -> read.path("previous").asText());
    return Optional.of(read);
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return JSON.missingNode(); // a damaged line, of which ./vigie audit verify tells
    }
  }

  /** That the end of the log isn't as its key signed it. */
  static final class UnsignedException extends Exception {
    private static final long serialVersionUID = 1;

    UnsignedException() {
      super("the end of the log isn't as its key signed it");
    }
  }
}
