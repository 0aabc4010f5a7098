package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
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

  private final Optional<SignedHeads> heads;
  private final LinesBackwards lines;
  private final List<JsonNode> unsigned = new ArrayList<>();

  /** Of the line that comes next. */
  private String hash;

  private long end;

  /** Of the line that was told last. */
  private String told = "";

  private long toldEnd;

  private SignedLines(FileChannel log, Optional<SignedHeads> heads)
      throws IOException, UnsignedException {
    this.heads = heads;
    end = heads.map(known -> known.last().bytes()).orElse(0L);
    hash = heads.map(known -> known.last().hash()).orElse(Sha256.of(""));
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

  /** Reads lines. */
  @FunctionalInterface
  interface Reading<T> {
    T of(SignedLines lines) throws IOException, UnsignedException;
  }

  /**
   * Reads those of a log while no append is under way, of this process or another: or a line would
   * seem to lack a head that comes a moment later.
   *
   * @param absent what is read if there is no log
   * @throws UnsignedException if more than a kill leaves comes after the last head
   */
  static <T> T alone(Path log, AuditSeal seal, T absent, Reading<T> reading)
      throws IOException, UnsignedException {
    return DurableLines.<T, UnsignedException>alone(
        log, absent, channel -> reading.of(of(channel, log, seal)));
  }

  /**
   * Returns those of a log, while nobody appends.
   *
   * @param log its open file
   * @param file the same
   * @throws UnsignedException if more than a kill leaves comes after the last head
   */
  static SignedLines of(FileChannel log, Path file, AuditSeal seal)
      throws IOException, UnsignedException {
    return new SignedLines(log, SignedHeads.of(file, seal));
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
      if (!hash.equals(Sha256.of(""))) {
        throw new UnsignedException();
      }
      return Optional.empty();
    }
    if (line.get().end() != end || !hash.equals(Sha256.of(line.get().text()))) {
      throw new UnsignedException();
    }
    told = hash;
    toldEnd = end;
    JsonNode read = parsed(line.get().text());
    end = line.get().start();
    hash = read.path("previous").asText();
    return Optional.of(read);
  }

  /**
   * Returns whether a head stands for the line that was told last itself, which takes the longer
   * the further back it is. If not, a kill left it, or somebody laid it there before another line
   * was signed.
   */
  boolean isSigned() throws IOException {
    return heads.isPresent() && heads.get().areOf(toldEnd, told);
  }

  /** Returns what a line says; nothing if it is damaged. */
  static JsonNode parsed(String line) {
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
