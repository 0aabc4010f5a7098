package org.vigie.console.mandate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.vigie.advert.Mandate;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;

/**
 * The log of who used which mandate for what, a JSON object a line, each line naming the hash of
 * the one before (Directive (EU) 2016/680, Art. 25).
 */
public final class AuditLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public AuditLog(Path file) {
    this.file = file;
  }

  /**
   * Appends a line and makes it durable, before the act that it is about.
   *
   * @throws Refusal if the line can't be written: then the act must not happen
   */
  public void append(Instant at, String user, String command, String detail, Mandate mandate) {
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock alone = channel.lock()) {
        String previous = hash(lastLine(channel));
        AuditEntry entry =
            new AuditEntry(at.toString(), user, command, detail, mandate.id(), previous);
        write(channel, JSON.writeValueAsString(entry) + "\n");
      }
    } catch (IOException e) {
      throw new Refusal(
          Exit.INPUT, "%s must be writable, or nothing is done; but it isn't".formatted(file), e);
    }
  }

  private static void write(FileChannel channel, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** Reads backwards from the end in steps that double, since most lines are short. */
  private static String lastLine(FileChannel channel) throws IOException {
    long size = channel.size();
    for (long length = Math.min(size, 1_024); ; length = Math.min(size, length * 2)) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
      while (bytes.hasRemaining() && channel.read(bytes, size - length + bytes.position()) >= 0) {}
      String tail = new String(bytes.array(), StandardCharsets.UTF_8).stripTrailing();
      int newline = tail.lastIndexOf('\n');
      if (newline >= 0 || length == size) {
        return tail.substring(newline + 1);
      }
    }
  }

  private static String hash(String line) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
