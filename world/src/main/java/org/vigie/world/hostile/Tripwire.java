package org.vigie.world.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A port where nobody must call: it counts who does, and hangs up. */
public final class Tripwire implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicInteger connections = new AtomicInteger();

  public Tripwire(InetAddress address) throws IOException {
    this(address, 0);
  }

  public Tripwire(InetAddress address, int port) throws IOException {
    this.server = new ServerSocket(port, 50, address);
    Thread.ofPlatform().daemon().name("tripwire").start(this::listen);
  }

  public int port() {
    return server.getLocalPort();
  }

  public int connections() {
    return connections.get();
  }

  private void listen() {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        connections.incrementAndGet();
      } catch (IOException e) {
        return; // closed: the test is over
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
