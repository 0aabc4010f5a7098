package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The audit log as one reads it afterwards.
 *
 * @param log file of the log
 * @param heads file of its signed heads
 * @param publicKey file of the key that verifies them
 * @param witnesses who was told of them
 */
public record AuditTrail(Path log, Path heads, Path publicKey, Witnesses witnesses) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Some 200,000 lines, which take a second or two to look through. */
  private static final long MOST_READ = 64 << 20;

  /** From here on, lines are read one after another. */
  private static final long NEAR = 1 << 16;

  /** The log as one reads it without asking anybody else. */
  public AuditTrail(Path log, Path heads, Path publicKey) {
    this(log, heads, publicKey, Witnesses.none());
  }

  /** Returns the lists of ids that its lines name. */
  ShownLists lists() {
    return ShownLists.beside(log);
  }

  /** Returns the last entries, the newest first; lines that are none are left out. */
  public List<AuditEntry> newest(int most) throws IOException {
    return find(AuditSearch.ALL, Long.MAX_VALUE, most).entries();
  }

  /**
   * Finds entries from some place backwards, and reads no more of the log than it has to: up to 64
   * MB at a time, and nothing of days after the last one that is asked for. Each line is held
   * against the one after it, and left out if it is another than was written; no more is verified.
   *
   * @param before bytes from the beginning of the log, as the page before told it, or more than
   *     there are
   * @param most entries that are returned
   */
  public AuditPage find(AuditSearch asked, long before, int most) throws IOException {
    if (!Files.exists(log)) {
      return AuditPage.empty();
    }
    AuditSearch search = asked.orAbout(lists().holding(asked.about()));
    List<AuditEntry> found = new ArrayList<>();
    int damaged = 0;
    LineChain headed = LineChain.headedBy(heads); // before lines that come meanwhile
    try (FileChannel channel = FileChannel.open(log)) {
      long end = Math.min(before, end(channel, search));
      LineChain chain = end < channel.size() ? after(channel, end) : headed;
      LinesBackwards lines = new LinesBackwards(channel, end);
      Optional<LinesBackwards.Line> line = lines.next();
      damaged += chain.isSignedBeyond(line.map(LinesBackwards.Line::end).orElse(0L)) ? 1 : 0;
      long start = end;
      for (; line.isPresent(); line = lines.next()) {
        if (found.size() == most || end - start > MOST_READ) {
          return new AuditPage(found, damaged, Optional.of(start));
        }
        start = line.get().start();
        Optional<AuditEntry> entry = entry(line.get().text());
        if (!chain.holds(line.get().text(), line.get().end(), entry.map(AuditEntry::previous))) {
          damaged++;
          continue;
        }
        if (entry.isPresent() && search.isBefore(Instant.parse(entry.get().at()))) {
          break;
        }
        entry.filter(search::matches).ifPresent(found::add);
      }
    }
    return new AuditPage(found, damaged, Optional.empty());
  }

  /** Returns what the lines up to some place are held against: the line that follows. */
  private static LineChain after(FileChannel channel, long end) throws IOException {
    LinesBackwards after = new LinesBackwards(channel, end + NEAR);
    LineChain chain = LineChain.unheaded();
    Optional<LinesBackwards.Line> line = after.next();
    while (line.isPresent() && line.get().start() >= end) {
      Optional<AuditEntry> entry = entry(line.get().text());
      chain.holds(line.get().text(), line.get().end(), entry.map(AuditEntry::previous));
      line = after.next();
    }
    return chain;
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

  /** Verifies each line against the one before it, the signed heads and the witnesses. */
  public AuditReport verify() throws IOException {
    return verify(Instant.now());
  }

  /**
   * As above.
   *
   * @param now the time, by which witnesses must know of what was written some while ago
   */
  public AuditReport verify(Instant now) throws IOException {
    return new AuditVerification(this, Optional.empty()).verify(now);
  }

  /**
   * As above, where heads and key may be copies that were kept elsewhere.
   *
   * @param own what seals the log: what was set aside as a key was lost lies beside its files
   */
  public AuditReport verify(Instant now, AuditSeal own) throws IOException {
    return new AuditVerification(this, Optional.of(own)).verify(now);
  }
}
