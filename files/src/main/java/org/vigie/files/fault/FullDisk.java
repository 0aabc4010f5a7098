package org.vigie.files.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A disk that a test may fill up: what is written at a place comes to the disk until its room is
 * used up, and then fails amid a line as it does on a real one.
 *
 * <p>{@code -Dvigie.full-disk=audit:100} leaves 100 bytes at the place {@code audit}.
 */
public final class FullDisk {
  /** The system property that names a place and the bytes that it still takes. */
  public static final String SETTING = "vigie.full-disk";

  private static final Map<String, Long> ROOM = new ConcurrentHashMap<>(ofSetting());

  private FullDisk() {}

  /** Leaves some bytes of room at a place, until {@link #freed}. */
  public static void leave(String place, long bytes) {
    ROOM.put(place, bytes);
  }

  /** Gives a place all the room there is. */
  public static void freed(String place) {
    ROOM.remove(place);
  }

  /**
   * Writes all of some bytes where a channel stands.
   *
   * @throws IOException if there is no room: some of the bytes may have been written
   */
  public static void write(String place, FileChannel channel, ByteBuffer bytes) throws IOException {
    Long room = ROOM.isEmpty() ? null : ROOM.get(place);
    if (room == null) {
      writeAll(channel, bytes);
      return;
    }
    int fits = (int) Math.min(room, bytes.remaining());
    ROOM.put(place, room - fits);
    boolean isWhole = fits == bytes.remaining();
    writeAll(channel, bytes.slice(bytes.position(), fits));
    bytes.position(bytes.position() + fits);
    if (!isWhole) {
      throw new IOException("No space left on device");
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static Map<String, Long> ofSetting() {
    String armed = System.getProperty(SETTING, "");
    int colon = armed.indexOf(':');
    return colon < 0
        ? Map.of()
        : Map.of(armed.substring(0, colon), Long.parseLong(armed.substring(colon + 1)));
  }
}
