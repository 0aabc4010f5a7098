package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Finding;
import org.vigie.files.fault.FullDisk;
import org.vigie.files.owner.OwnerOnly;

/**
 * The folder in which a witness keeps what it was told of one log: the key that it knew first, and
 * the heads in the order in which they came, also one that says less than another before it.
 */
public final class WitnessBook {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path key;
  private final Path heads;
  private final Path handovers;

  public WitnessBook(Path folder) {
    this.key = folder.resolve("key.pub");
    this.heads = folder.resolve("heads.jsonl");
    this.handovers = AuditKeys.file(heads);
  }

  /**
   * Notes a head.
   *
   * @throws WitnessException if it isn't signed, or by another key than the first one was and than
   *     those that it was handed over to
   */
  public synchronized void note(SignedHead told) throws IOException {
    if (!AuditKeys.with(told.key(), told.handovers()).verifies(told.head())) {
      throw new WitnessException(Finding.of("head-of-another-key"));
    }
    try (FileChannel channel = OwnerOnly.open(heads);
        FileLock alone = channel.lock()) {
      requireKey(told);
      AuditTail.cutTorn(channel);
      if (!isLast(channel, told.head())) {
        append(channel, JSON.writeValueAsString(told.head()) + "\n");
      }
    }
  }

  /** Returns all that was noted. */
  public synchronized Testimony read() throws IOException {
    List<AuditHead> told = new ArrayList<>();
    if (Files.exists(heads)) {
      for (String line : Files.readAllLines(heads)) {
        head(line).ifPresent(told::add);
      }
    }
    return new Testimony(known(), told, AuditKeys.read(handovers));
  }

  private String known() throws IOException {
    return Files.exists(key) ? Files.readString(key).strip() : "";
  }

  private void requireKey(SignedHead told) throws IOException {
    if (known().isEmpty()) {
      Files.writeString(OwnerOnly.file(key), told.key() + "\n");
      return;
    }
    String now = AuditKeys.from(known(), AuditKeys.read(handovers)).last();
    AuditKeys since = AuditKeys.from(now, told.handovers());
    if (since.last().equals(told.key())) {
      for (KeyHandover one : since.handovers()) {
        AuditKeys.append(handovers, one);
      }
    } else {
      throw new WitnessException(Finding.of("log-of-another-key"));
    }
  }

  private static boolean isLast(FileChannel channel, AuditHead head) throws IOException {
    return head(AuditTail.lastLine(channel)).filter(head::equals).isPresent();
  }

  private static void append(FileChannel channel, String line) throws IOException {
    long before = channel.size();
    channel.position(before);
    try {
      FullDisk.write("witness", channel, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      channel.truncate(before);
      throw e;
    }
  }

  private static Optional<AuditHead> head(String line) {
    try {
      return Optional.ofNullable(JSON.readValue(line, AuditHead.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
