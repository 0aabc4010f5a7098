package org.vigie.casework;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The host that a browser reaches whatever other host it asks for; it counts and answers nothing.
 */
final class CanaryHost implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger connections = new AtomicInteger();

  CanaryHost() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("canary").start(this::count);
  }

  /**
   * Returns the rules by which Chromium resolves every name to this host, and asks no resolver. The
   * services that Chromium calls of its own accord have no address; were a page to ask for them, it
   * would be seen among the hosts that it asked.
   */
  String rules() {
    return "MAP *.google.com ~NOTFOUND, MAP *.googleapis.com ~NOTFOUND, MAP *.gstatic.com ~NOTFOUND,"
        + " MAP *.gvt1.com ~NOTFOUND, MAP * 127.0.0.1:"
        + socket.getLocalPort()
        + ", EXCLUDE 127.0.0.1";
  }

  int connections() {
    return connections.get();
  }

  private void count() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        connections.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
