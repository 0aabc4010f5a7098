package org.vigie.casework.forward;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of syslog for tests, written from RFC 6587 (3.4.1): it reads octet-counted messages
 * until a sender has no more, and closes then.
 */
public final class SyslogReceiver implements AutoCloseable {
  private final ServerSocket server;
  private final List<String> messages = new CopyOnWriteArrayList<>();

  /** Messages after which a connection is broken off, as a process that is killed does. */
  private volatile int breaksAfter = Integer.MAX_VALUE;

  private SyslogReceiver(ServerSocket server) {
    this.server = server;
    Thread.ofPlatform().daemon().start(this::serve);
  }

  /** Receives on loopback, at a port or, if that is 0, at any. */
  public static SyslogReceiver plain(int port) throws IOException {
    return new SyslogReceiver(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
  }

  /** Receives from a socket, such as one with TLS. */
  public static SyslogReceiver on(ServerSocket socket) {
    return new SyslogReceiver(socket);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Returns what has arrived, in order. */
  public List<String> messages() {
    return messages;
  }

  /** Breaks connections off after so many messages. */
  public void breakAfter(int count) {
    breaksAfter = count;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        read(socket);
      } catch (IOException e) {
        // The connection is over, or the server is; the next one shows which.
        continue;
      }
    }
  }

  private void read(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    int read = 0;
    @Nullable String message = next(in);
    while (message != null) {
      messages.add(message);
      if (++read >= breaksAfter) {
        socket.setSoLinger(true, 0);
        return;
      }
      message = next(in);
    }
  }

  private static @Nullable String next(InputStream in) throws IOException {
    int length = 0;
    for (int b = in.read(); b != ' '; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b < '0' || b > '9') {
        throw new IOException("a message must begin with its length, but began with " + b);
      }
      length = length * 10 + b - '0';
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("a message must be whole, but wasn't");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
