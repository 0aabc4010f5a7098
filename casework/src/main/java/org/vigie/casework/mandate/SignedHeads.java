package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The heads by which the end of a log is known, and the keys that signed them.
 *
 * @param file of the heads
 * @param last of them, which one of the keys signed
 */
record SignedHeads(Path file, AuditKeys keys, AuditHead last) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Public halves that the present one took the place of. */
  private static final Pattern REPLACED =
      Pattern.compile("\\.former-\\d+\\.pub|\\.pub\\.(former|lost)-\\d+");

  /**
   * Returns the heads of a log while nobody appends; nothing if no key signed the last of them.
   * Where a {@linkplain LogNote note} says that a backup or another key took their place, those of
   * the key before will do; the note itself vouches for nothing, as nobody signs it.
   */
  static Optional<SignedHeads> of(Path log, AuditSeal seal) throws IOException {
    List<Path> handovers = new ArrayList<>(List.of(AuditKeys.file(seal.heads())));
    Optional<SignedHeads> own = of(seal.heads(), seal.publicKey(), handovers);
    if (own.isPresent() || LogNote.beside(log).isEmpty()) {
      return own;
    }
    List<Path> heads = new ArrayList<>(List.of(seal.heads()));
    heads.addAll(SetAside.of(seal.heads(), SetAside.LOST));
    handovers.addAll(SetAside.of(handovers.getFirst(), SetAside.LOST));
    Optional<SignedHeads> furthest = Optional.empty();
    for (Path file : heads) {
      for (Path key : SetAside.of(seal.key(), REPLACED)) {
        Optional<SignedHeads> found = of(file, key, handovers);
        if (found.isPresent()
            && (furthest.isEmpty() || found.get().last.bytes() > furthest.get().last.bytes())) {
          furthest = found;
        }
      }
    }
    return furthest;
  }

  private static Optional<SignedHeads> of(Path file, Path publicKey, List<Path> handovers)
      throws IOException {
    if (!Files.exists(file) || !Files.exists(publicKey)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file)) {
      String line =
          new LinesBackwards(channel, channel.size())
              .next()
              .map(LinesBackwards.Line::text)
              .orElse("");
      if (line.isEmpty()) {
        return Optional.empty();
      }
      AuditHead head = JSON.readValue(line, AuditHead.class);
      String known = AuditKey.text(AuditKey.readPublic(publicKey));
      for (Path one : handovers) {
        AuditKeys keys = AuditKeys.with(known, AuditKeys.read(one));
        if (keys.verifies(head)) {
          return Optional.of(new SignedHeads(file, keys, head));
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException | GeneralSecurityException e) {
      return Optional.empty(); // as if there were none: what it stood for is unsigned
    }
  }

  /**
   * Returns whether a head was signed for a line itself, not only for one that comes after it: by
   * the hashes alone, a line that somebody laid there is as good as the one that was signed next.
   *
   * @param end bytes of the log up to and with the line
   * @param hash of the line
   */
  boolean areOf(long end, String hash) throws IOException {
    if (end == last.bytes()) {
      return hash.equals(last.hash());
    }
    try (FileChannel channel = FileChannel.open(file)) {
      LinesBackwards lines = new LinesBackwards(channel, channel.size());
      Optional<LinesBackwards.Line> line = lines.next();
      for (; line.isPresent(); line = lines.next()) {
        AuditHead head = JSON.readValue(line.get().text(), AuditHead.class);
        if (head.bytes() <= end) {
          return head.bytes() == end && head.hash().equals(hash) && keys.verifies(head);
        }
      }
      return false;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
