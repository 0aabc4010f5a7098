package org.vigie.pipeline.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port of this machine on which nobody listens, for a process that must be told its port before
 * it starts.
 *
 * <p>It lies below those that Linux deals out to connections and to whoever asks for any (32768 to
 * 60999, {@code ip_local_port_range}): else one of those could take it before the process does.
 * Each process begins its search at a port of its own, and goes on from the last one it found.
 */
public final class FreePort {
  private static final int FIRST = 16_000;
  private static final int COUNT = 16_000;

  /** Coprime to {@link #COUNT}, so that processes that start together begin far apart. */
  private static final int STRIDE = 6_007;

  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * STRIDE % COUNT));

  private FreePort() {}

  /**
   * Returns a port of 127.0.0.1.
   *
   * @throws IOException if all are taken
   */
  public static int find() throws IOException {
    for (int tried = 0; tried < COUNT; tried++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException(
        "a port from %d to %d must be free, but none is".formatted(FIRST, FIRST + COUNT - 1));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
