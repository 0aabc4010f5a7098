package org.vigie.casework.forward;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.vigie.casework.send.MessageTarget;
import org.vigie.files.owner.OwnerOnly;

/**
 * A file that an agent of a SIEM reads, a message a line.
 *
 * @param file made if it is absent, open to its owner alone
 */
record FileTarget(Path file) implements MessageTarget {
  @Override
  public void take(List<String> messages) throws IOException {
    try (FileChannel channel = OwnerOnly.open(file)) {
      StringBuilder text = new StringBuilder(endsAmidALine(channel) ? "\n" : "");
      messages.forEach(message -> text.append(message).append('\n'));
      channel.position(channel.size());
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A kill or a full disk left a part of a line; the whole one is written again. */
  private static boolean endsAmidALine(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
  }
}
